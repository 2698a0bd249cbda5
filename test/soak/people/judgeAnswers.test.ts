import { expect } from 'chai';
import { createCaseModel } from '../../../soak/people/caseModel.ts';
import { type Answer, createCourier } from '../../../soak/people/courier.ts';
import { judgeAnswers } from '../../../soak/people/judgeAnswers.ts';
import { courierParts, newCounts, type PeopleSettings, personAt } from '../../../soak/people/people.ts';
import type { Seat } from '../../../soak/people/seat.ts';
import type { CardView } from '../../../src/cards/model.ts';
import { renderAdaptiveCard } from '../../../src/cards/renderAdaptiveCard.ts';
import { en } from '../../../src/cards/text/en.ts';
import { faultView } from '../../../src/cards/views/faultView.ts';
import { viewAt } from '../../../src/cards/views/viewAt.ts';
import { lyncPack as pack } from '../../knowledge/lyncPack.ts';
import { readCard, type ShownCard } from '../../support/readCard.ts';

const model = createCaseModel(pack);
const FIRST = shown(viewAt({ pack, draft: model.empty, texts: en, contact: undefined, desk: null }), 'one');
const FAULT = shown(faultView({ texts: en, contact: undefined }, 'text'), null);
const TOO_FAST = readCard({ text: en.notices.tooFast }, 'm');

describe('what is judged of the answers of a soak run', () => {
  it('is passed by people who meet nothing of it', async () => {
    const { counts, person } = somebodyWho([FIRST]);

    await person.arrive();

    expect(judgeAnswers(counts)).to.deep.equal([]);
  });

  it('is failed by a bot that tells somebody that something went wrong', async () => {
    const { counts, person } = somebodyWho([FIRST], [FAULT]);

    await person.arrive();
    await person.act();

    expect(judgeAnswers(counts)).to.deep.equal(['1 cards that said that something went wrong']);
  });

  it('is failed by a bot that tells somebody that they go too fast', async () => {
    const { counts, person } = somebodyWho([FIRST], [TOO_FAST]);

    await person.arrive();
    await person.act();

    expect(judgeAnswers(counts)).to.deep.equal(['1 lines that said that somebody goes too fast']);
  });

  it('is failed by a 5xx or a 429 after which the delivery was taken', async () => {
    const settings = settingsOf();

    await deliver(settings, [503, 429, 204]);

    expect(judgeAnswers(settings.counts)).to.deep.equal([
      '1 deliveries answered with a 5xx',
      '1 deliveries answered with 429',
    ]);
  });

  it('is passed by a connection that breaks, since it was a process that was ended', async () => {
    const settings = settingsOf();

    await deliver(settings, [null, 204]);

    expect(judgeAnswers(settings.counts)).to.deep.equal([]);
  });
});

function settingsOf(): PeopleSettings {
  const origin = async () => 'http://127.0.0.1';
  return { seed: 1, model, origin, pause: [0, 0], counts: newCounts(), onFlaw: () => undefined };
}

/** Somebody who is shown these cards, some after each thing that they do. */
function somebodyWho(...shows: (readonly ShownCard[])[]) {
  const seat: Seat = {
    name: 'somebody',
    arrive: async () => [],
    send: async () => [],
    news: async () => shows.shift() ?? [],
    hasNews: async () => true,
    settled: async () => undefined,
    leave: () => undefined,
  };
  const settings = settingsOf();
  return { counts: settings.counts, person: personAt(seat, settings, () => 0.5) };
}

/** Delivers one message to a bot that answers so, one after another; null is a connection that breaks. */
async function deliver(settings: PeopleSettings, statuses: (number | null)[]): Promise<void> {
  const courier = createCourier(courierParts(settings, () => 0));
  const post = async (): Promise<Answer> => {
    const status = statuses.shift() ?? null;
    if (status === null) throw new Error('the connection broke');
    return { status, to: 'http://127.0.0.1' };
  };
  await courier.deliver(post, { count: 1, spread: 0 });
}

function shown(view: CardView, card: string | null): ShownCard {
  const content = renderAdaptiveCard(view, card);
  return readCard({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }, 'm');
}
