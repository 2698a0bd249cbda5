import { expect } from 'chai';
import type { Chat } from './chat.ts';
import type { FakeConnector } from './fakeConnector.ts';
import { postActivity } from './postActivity.ts';
import { readCard, type ShownCard } from './readCard.ts';
import { type TeamsActivity, type TeamsPerson, teamsActivities } from './teamsActivity.ts';

/** Most calls to the connector in one turn. Source: the design's one card out, and the clicked card updated. */
const CALLS_A_TURN = 2;

/** A person in a one-to-one chat in Teams, over `/api/messages` and the Bot Connector. */
export function teamsChat(origin: () => string, connector: FakeConnector, who: TeamsPerson): Chat {
  const person = teamsActivities(connector.serviceUrl, who);
  const cards = new Map<string, ShownCard>();
  let answers = 0;

  /** The bot has sent everything before it answers the request. */
  const deliver = async (activity: TeamsActivity) => {
    const before = connector.ledger.length;
    expect(await postActivity(origin(), activity)).to.equal(200);
    const calls = connector.ledger.slice(before);
    expect(calls.length, 'connector calls in a turn').to.be.at.most(CALLS_A_TURN);
    answers = 0;
    for (const { operation, activity: id, id: newId, body } of calls) {
      if (operation === 'update') cards.set(id, readCard(body, id));
      else {
        cards.set(newId, readCard(body, newId));
        answers += 1;
      }
    }
  };

  return {
    arrive: () => deliver(person.installs()),
    say: (text) => deliver(person.says(text)),
    paste: (link) => deliver(person.pastesLink('Join Online Meeting', link)),
    click: (data, message) => deliver(person.clicks(data, message)),
    cards: () => [...cards.values()],
    answers: () => answers,
    leave: async () => undefined,
  };
}
