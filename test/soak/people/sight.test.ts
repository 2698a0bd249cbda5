import { expect } from 'chai';
import { createCaseModel } from '../../../soak/people/caseModel.ts';
import { createSight, type Sight } from '../../../soak/people/sight.ts';
import type { CardView } from '../../../src/cards/model.ts';
import { renderAdaptiveCard } from '../../../src/cards/renderAdaptiveCard.ts';
import { en } from '../../../src/cards/text/en.ts';
import { faultView } from '../../../src/cards/views/faultView.ts';
import { viewAt } from '../../../src/cards/views/viewAt.ts';
import type { Draft } from '../../../src/knowledge/index.ts';
import { lyncPack as pack } from '../../knowledge/lyncPack.ts';
import { readCard, type ShownCard } from '../../support/readCard.ts';

const model = createCaseModel(pack);
const started: Draft = { ...model.empty, started: true };
const justMe: Draft = { ...started, answers: { users: 'single' } };
const several: Draft = { ...started, answers: { users: 'multiple' } };

describe('the sight of a person in a soak run', () => {
  it('goes on with the card that follows from a tap', () => {
    const sight = atQuestion();

    const { flaws } = sight.read([cardOf(justMe, 'two')], [justMe]);

    expect(flaws).to.deep.equal([]);
    expect([sight.open, sight.drafts]).to.deep.equal(['two', [justMe]]);
  });

  it('finds a tap that was answered and didn’t count', () => {
    const { flaws } = atQuestion().read([cardOf(started, 'one')], [justMe]);

    expect(flaws).to.deep.equal(['it didn’t count']);
  });

  it('finds an answer without a card', () => {
    const { flaws } = atQuestion().read([], [justMe]);

    expect(flaws).to.deep.equal(['no card came']);
  });

  it('finds a card of somebody else’s case', () => {
    const other: Draft = { ...justMe, answers: { users: 'single', location: 'inside' } };

    const { flaws } = atQuestion().read([cardOf(other, 'x'), cardOf(justMe, 'two')], [justMe]);

    expect(flaws).to.have.length(1);
    expect(flaws[0]).to.include('doesn’t follow');
  });

  it('finds out which of two taps counted as soon as a card tells', () => {
    const sight = atQuestion();
    sight.read([cardOf(justMe, 'two')], [justMe, several]);
    const both = sight.drafts;

    const changed: Draft = { ...several, aside: 'change' };
    sight.read([cardOf(changed, 'three')], [{ ...justMe, aside: 'change' }, changed]);

    expect([both, sight.drafts]).to.deep.equal([[justMe, several], [changed]]);
  });

  it('finds two taps that both counted', () => {
    const { flaws } = atQuestion().read([cardOf(justMe, 'two'), cardOf(several, 'three')], [justMe, several]);

    expect(flaws).to.deep.equal(['it counted twice']);
  });

  it('doesn’t count what was answered with a fault, and takes either case from then on', () => {
    const sight = atQuestion();

    const { faults, flaws } = sight.read([shown(faultView({ texts: en, contact: undefined }, 'text'), null)], [justMe]);

    expect([faults, flaws]).to.deep.equal([1, []]);
    expect([sight.unsure, sight.drafts]).to.deep.equal([true, [started, justMe]]);
  });

  it('knows a card of an earlier place that came too late, and sees that it is the newest', () => {
    const sight = atQuestion();
    sight.read([cardOf(justMe, 'two')], [justMe]);

    const { stale, flaws } = sight.read([cardOf(justMe, 'two'), cardOf(started, 'one')], [justMe]);

    expect([stale, flaws]).to.deep.equal([1, []]);
    expect([sight.open, sight.newest?.offers[0]?.data['card']]).to.deep.equal(['two', 'one']);
  });

  for (const late of ['before', 'after'] as const) {
    it(`knows a card of an earlier place by its id, though it looks the same and comes ${late} the new one`, () => {
      const sight = backAtQuestion();
      const [old, next] = [cardOf(justMe, 'two'), cardOf(justMe, 'four')];

      const { stale, flaws } = sight.read(late === 'before' ? [old, next] : [next, old], [justMe]);

      expect([stale, flaws, sight.open]).to.deep.equal([1, [], 'four']);
    });
  }

  it('finds two taps that both counted, also beside a card of an earlier place', () => {
    const cards = [cardOf(justMe, 'two'), cardOf(justMe, 'four'), cardOf(justMe, 'five')];

    const { flaws } = backAtQuestion().read(cards, [justMe]);

    expect(flaws).to.deep.equal(['it counted twice']);
  });
});

/** Somebody who has answered on the card “one” and gone back from “two”: the question is on “three” now. */
function backAtQuestion(): Sight {
  const sight = atQuestion();
  sight.read([cardOf(justMe, 'two')], [justMe]);
  sight.read([cardOf(started, 'three')], [started]);
  return sight;
}

/** Somebody who has been asked how many people are affected, on the card “one”. */
function atQuestion(): Sight {
  const sight = createSight(model);
  sight.read([cardOf(started, 'one')], [started]);
  return sight;
}

function cardOf(draft: Draft, card: string): ShownCard {
  return shown(viewAt({ pack, draft, texts: en, contact: undefined, desk: null }), card);
}

function shown(view: CardView, card: string | null): ShownCard {
  const content = renderAdaptiveCard(view, card);
  return readCard({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }, 'm');
}
