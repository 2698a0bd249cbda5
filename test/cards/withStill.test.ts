import { expect } from 'chai';
import { submitsOf } from '../../src/cards/offers.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { caseCardView } from '../../src/cards/views/desk/caseCardView.ts';
import { withStill } from '../../src/cards/views/desk/withStill.ts';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { CaseEntry } from '../../src/helpdesk/cases/caseEntry.ts';
import { readPack } from '../../src/readPack.ts';
import { deskContext } from '../support/caseViews.ts';
import { caseIn } from '../support/everyCase.ts';

const context = deskContext(await readPack('lync-online-meeting-join'));
const CLAIMED = caseIn('claimed', 'Ana');

const isAsked = (asked: boolean): Case => ({
  ...CLAIMED,
  claim: CLAIMED.claim && { ...CLAIMED.claim, isAsked: asked },
});
const asked = (id: string, until: string): CaseEntry => ({
  ...{ id, case: CLAIMED.id, at: '2026-03-02T13:00:00.000Z', by: { kind: 'system' } },
  event: { kind: 'asked-still', until },
});
const TRAIL = [asked('e1', '2026-03-02T13:35:00.000Z'), asked('e2', '2026-03-02T14:05:00.000Z')];

describe('withStill', () => {
  it('puts the question and its buttons first, with the time of the newest', () => {
    const current = isAsked(true);
    const view = caseCardView(context, current);

    const shown = withStill(context, { current, trail: TRAIL }, view);

    expect(shown.title).to.equal(view.title);
    expect(shown.blocks[0]?.kind).to.equal('notice');
    expect(renderPlainText(shown)).to.contain('It goes back to the others at 15:05').and.not.contain('14:35');
    expect(shown.blocks.slice(-view.blocks.length)).to.deep.equal(view.blocks);
    expect(submitsOf(shown).map(({ label }) => label)).to.deep.equal([
      ...['Still on it', 'Release'],
      ...submitsOf(view).map(({ label }) => label),
    ]);
  });

  for (const [what, current, trail] of [
    ['nobody is asked any more', isAsked(false), TRAIL],
    ['nobody has the case', caseIn('waiting', 'Ana'), TRAIL],
    ['the trail says of no question', isAsked(true), []],
  ] as const) {
    it(`leaves the card as it is where ${what}`, () => {
      const view = caseCardView(context, current);

      expect(withStill(context, { current, trail }, view)).to.equal(view);
    });
  }
});
