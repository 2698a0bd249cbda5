import { expect } from 'chai';
import fc from 'fast-check';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { shownLine } from '../../src/cards/shownText.ts';
import { checkAdaptiveCard } from '../support/adaptiveCardCheck.ts';
import { arbitraryView } from '../support/arbitraryView.ts';

/** A failure is told after 20 s of looking for a smaller one. */
const SEED = { seed: 2423848, numRuns: 150, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true };
const card = fc.option(fc.uuid(), { nil: null });

describe('all renderers', () => {
  it('draw any view as a valid Adaptive Card', () => {
    fc.assert(
      fc.property(arbitraryView, card, (view, id) => {
        expect(checkAdaptiveCard(renderAdaptiveCard(view, id))).to.deep.equal([]);
      }),
      SEED,
    );
  });

  it('tell any view in words that contain its title', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(renderPlainText(view).startsWith(shownLine(view.title, Number.POSITIVE_INFINITY))).to.equal(true);
      }),
      SEED,
    );
  });
});
