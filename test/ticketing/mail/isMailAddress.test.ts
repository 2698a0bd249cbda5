import { expect } from 'chai';
import { mailAddress } from '../../../src/config/mailAddress.ts';
import { isMailAddress } from '../../../src/ticketing/mail/isMailAddress.ts';

const GOOD = [
  'luis@fabrikam.example',
  'Luis.O-Hara+meeting@mail.fabrikam.example',
  "o'hara@fabrikam.example",
  'a@b.co',
  'luis@bücher.example',
  'luis@xn--bcher-kva.example',
  `${'x'.repeat(64)}@fabrikam.example`,
];

const BAD = [
  '',
  'luis',
  'luis@',
  '@fabrikam.example',
  'luis@localhost',
  'luis@192.0.2.1',
  'luis@[192.0.2.1]',
  '.luis@fabrikam.example',
  'luis.@fabrikam.example',
  'lu..is@fabrikam.example',
  'lu is@fabrikam.example',
  'luis@fabrikam .example',
  'luis@-fabrikam.example',
  'luis@fabrikam-.example',
  'luis@fabrikam..example',
  'luis@fabrikam.example.',
  'luis@fabrikam.e',
  'luis@eve@fabrikam.example',
  'Luis <luis@fabrikam.example>',
  '<luis@fabrikam.example>',
  'luis@fabrikam.example,eve@evil.example',
  'luis@fabrikam.example;eve@evil.example',
  'luis@fabrikam.example\n',
  'luis@fabrikam.example\r\nBcc: eve@evil.example',
  'luis\0@fabrikam.example',
  '"luis"@fabrikam.example',
  'lüis@fabrikam.example',
  'mailto:luis@fabrikam.example',
  `${'x'.repeat(65)}@fabrikam.example`,
  `luis@${'fabrikam.'.repeat(30)}example`,
];

describe('the form of a mail address', () => {
  for (const text of GOOD) {
    it(`is this: ${text.slice(0, 60)}`, () => {
      expect(isMailAddress(text)).to.equal(true);
    });
  }

  for (const text of BAD) {
    it(`is not this: ${JSON.stringify(text.slice(0, 60))}`, () => {
      expect(isMailAddress(text)).to.equal(false);
    });
  }

  it('is the same in the configuration', () => {
    const both = [...GOOD, ...BAD];

    expect(both.filter((text) => mailAddress.safeParse(text).success)).to.deep.equal(both.filter(isMailAddress));
  });

  it('is seen in no time, whatever is written', () => {
    for (const piece of ['a', 'a.', '.', 'a@', 'a-', 'ä', '1.']) {
      const start = performance.now();

      isMailAddress(`a@${piece.repeat(200)}`);
      mailAddress.safeParse(`a@${piece.repeat(20_000)}!`);

      expect(performance.now() - start, piece).to.be.below(200);
    }
  });
});
