import { expect } from 'chai';
import type { DeskTurn } from '../../src/dialogs/deskTurn.ts';
import { leaveClosedCase } from '../../src/dialogs/leaveClosedCase.ts';
import { placeOfCase } from '../../src/dialogs/placeOfCase.ts';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { newDraft, openAside } from '../../src/knowledge/index.ts';
import { readPack } from '../../src/readPack.ts';
import { caseIn } from '../support/everyCase.ts';

const pack = await readPack('lync-online-meeting-join');
const BEGUN = { ...newDraft(pack), started: true };
const AT_PERSON = openAside(BEGUN, 'person');
const LIVE = caseIn('waiting', 'Ana');

/** Of the helpdesk only that matters: which case is open. */
const deskWith = (live: Case | null) => ({ live }) as unknown as DeskTurn;
const cardOf = (place: string) => ({ card: 'c1', missed: 1, place });

describe('leaveClosedCase', () => {
  for (const [what, desk] of [
    ['it is closed', deskWith(null)],
    ['another one is open', deskWith({ ...LIVE, id: 'UN-9999-99' })],
    ['there is no helpdesk any more', null],
  ] as const) {
    it(`leads whoever has the card of a case before them back into the fix, once ${what}`, () => {
      const before = cardOf(placeOfCase(LIVE.id));

      const left = leaveClosedCase(pack, { draft: AT_PERSON, before, desk });

      // Of no place: so nothing that is done on the card is taken for void.
      expect(left).to.deep.equal({ draft: BEGUN, before: cardOf('') });
    });
  }

  it('leaves a draft alone that is in the fix already', () => {
    const before = cardOf(placeOfCase(LIVE.id));

    expect(leaveClosedCase(pack, { draft: BEGUN, before, desk: deskWith(null) }).draft).to.equal(BEGUN);
  });

  for (const [what, before, desk] of [
    ['the card of a case that is open', cardOf(placeOfCase(LIVE.id)), deskWith(LIVE)],
    ['the hand-over card', cardOf('person'), deskWith(null)],
    ['a card of the fix', cardOf('question users'), deskWith(null)],
    ['a card that can’t be read any more', 'lost', deskWith(null)],
    ['no card', 'none', deskWith(null)],
  ] as const) {
    it(`changes nothing for whoever has ${what} before them`, () => {
      expect(leaveClosedCase(pack, { draft: AT_PERSON, before, desk })).to.deep.equal({ draft: AT_PERSON, before });
    });
  }
});
