import { expect } from 'chai';
import { readAnswer, readCase, readCases, readChanges, readMe } from '../../../web/desk/readDesk.ts';

const ME = { csrf: 'x', name: 'Ana', via: 'page', only: null, expiresAt: '2026-03-02T17:00:00.000Z' };
const LISTED = { id: 'UN-1', title: 't', who: 'w', status: 'waiting', state: 's', urgency: null, revision: 1 };
const LINE = {
  id: 'e1',
  at: '2026-03-02T14:02:00.000Z',
  time: '14:02',
  who: 'Luis',
  kind: 'said',
  side: 'person',
  text: 'hi',
  file: null,
};

describe('what the desk’s server says', () => {
  it('is read as who is at the desk', () => {
    expect(readMe(ME)).to.deep.equal({ ...ME, expiresAt: new Date(ME.expiresAt) });
  });

  for (const odd of [
    null,
    'Ana',
    {},
    { ...ME, csrf: 1 },
    { ...ME, expiresAt: 'soon' },
    { ...ME, expiresAt: undefined },
  ]) {
    it(`is nobody at the desk in ${JSON.stringify(odd)}`, () => {
      expect(readMe(odd)).to.equal(null);
    });
  }

  it('is read as a list, without what isn’t a case', () => {
    const { revision: _, ...shown } = LISTED;

    expect(readCases({ cases: [LISTED, null, 7, {}, { ...LISTED, id: 5 }] })).to.deep.equal([shown]);
    expect(readCases([LISTED])).to.equal(null);
  });

  it('is read as a case with its trail, without what isn’t a line of it', () => {
    const card = { type: 'AdaptiveCard' };

    const read = readCase({ id: 'UN-1', revision: 3, card, trail: [LINE, null, { ...LINE, at: 'then' }] });

    expect(read).to.deep.equal({ id: 'UN-1', revision: 3, card, trail: [{ ...LINE, at: new Date(LINE.at) }] });
  });

  it('takes a line of a kind that it doesn’t know for one that stays at the desk', () => {
    const read = readCase({ id: 'UN-1', card: {}, trail: [{ ...LINE, kind: 'new', side: 'moon' }] });

    expect(read?.trail[0]).to.include({ kind: 'note', side: 'bot' });
  });

  it('is read as a file of a line, where it can be shown', () => {
    const file = { id: 'f1', name: 'a.png', type: 'image/png', size: 5 };
    const trail = [
      { ...LINE, file },
      { ...LINE, file: { ...file, type: 'text/html' } },
    ];

    expect(readCase({ id: 'UN-1', card: {}, trail })?.trail.map((line) => line.file)).to.deep.equal([file, null]);
  });

  for (const odd of [null, [], { id: 'UN-1' }, { id: 1, card: {} }, { id: 'UN-1', card: 'card' }]) {
    it(`is no case in ${JSON.stringify(odd)}`, () => {
      expect(readCase(odd)).to.equal(null);
    });
  }

  it('is read as an answer, whatever of it is missing', () => {
    expect(readAnswer({ cards: [{ type: 'AdaptiveCard' }, 'card'], said: 'sent', show: 'UN-2' })).to.deep.equal({
      cards: [{ type: 'AdaptiveCard' }],
      said: 'sent',
      show: 'UN-2',
      isRefused: false,
    });
    expect(readAnswer({ refused: true })).to.deep.equal({ cards: [], said: null, show: null, isRefused: true });
    expect(readAnswer('sent')).to.equal(null);
  });

  for (const [data, cases] of [
    ['{"case":"UN-1","revision":2}', ['UN-1']],
    ['[{"case":"UN-1"},{"case":"UN-2"},{}]', ['UN-1', 'UN-2']],
    ['{}', null],
    ['ping', null],
    ['', null],
  ] as const) {
    it(`is read as a change of ${JSON.stringify(cases)} in ${data || 'nothing'}`, () => {
      expect(readChanges(data)).to.deep.equal(cases);
    });
  }
});
