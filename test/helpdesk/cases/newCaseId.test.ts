import { randomInt } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { newCaseId, readCaseId } from '../../../src/helpdesk/cases/newCaseId.ts';

describe('newCaseId', () => {
  it('has the form of a case’s id', () => {
    expect(newCaseId(randomInt)).to.match(/^UN-[A-Z0-9]{4}-[A-Z0-9]{2}$/);
  });

  it('has nothing that can be mistaken for something else, and no word', () => {
    const characters = new Set(Array.from({ length: 16 }, (_, nth) => newCaseId(() => nth).charAt(3)));

    expect([...characters].join('')).to.match(/^[^0158AEIOULSZBGNCDPTV]{16}$/);
  });

  it('is read back, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 15 }), { minLength: 6, maxLength: 6 }), (numbers) => {
        const rest = [...numbers];
        const id = newCaseId(() => rest.shift() ?? 0);

        expect(readCaseId(id)).to.equal(id);
        expect(readCaseId(`is ${id.toLowerCase().replaceAll('-', ' ')} done?`)).to.equal(id);
      }),
    );
  });
});

describe('readCaseId', () => {
  for (const typed of [
    'UN-7K3Q-M2',
    'un-7k3q-m2',
    'UN7K3QM2',
    'un 7k3q m2',
    ' UN-7K3Q-M2. ',
    'U N - 7 K 3 Q - M 2',
    'UN–7K3Q—M2',
    'UN‑7K3Q‑M2',
    '#UN-7K3Q-M2',
    '(UN-7K3Q-M2)',
    'ＵＮ－７Ｋ３Ｑ－Ｍ２',
    'what about case un-7k3q-m2, please?',
    'UN-7K3Q-M2 and UN-9999-99',
    'UN-7K3Q\nM2',
  ]) {
    it(`reads ${JSON.stringify(typed)}`, () => {
      expect(readCaseId(typed)).to.equal('UN-7K3Q-M2');
    });
  }

  for (const typed of [
    '',
    'UN-7K3Q-M',
    'UN-7K3Q-M23',
    'UN-7K3Q-MO',
    'UN-1K3Q-M2',
    'RUN-7K3Q-M2',
    '7K3Q-M2',
    'UN----7K3Q-M2',
    'unpacked',
    'under the hood',
    'unlocked',
    'UN-7K3Q-M2x',
  ]) {
    it(`reads nothing in ${JSON.stringify(typed)}`, () => {
      expect(readCaseId(typed)).to.equal(null);
    });
  }
});
