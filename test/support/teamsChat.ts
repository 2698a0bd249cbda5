import { expect } from 'chai';
import { type Chat, TICK } from './chat.ts';
import type { FakeConnector } from './fakeConnector.ts';
import { postActivity } from './postActivity.ts';
import { readCard, type ShownCard } from './readCard.ts';
import {
  personalChatId,
  type TeamsActivities,
  type TeamsActivity,
  type TeamsPerson,
  teamsActivities,
} from './teamsActivity.ts';

/** Most calls to the connector in one turn. Source: the design's one card out, and the clicked card updated. */
const CALLS_A_TURN = 2;

/** A chat in Teams, with what this person does there. */
export interface TeamsChat extends Chat {
  readonly person: TeamsActivities;
  /** Delivers an activity of theirs as it is, and reads what answers it. */
  deliver(activity: TeamsActivity): Promise<void>;
}

/**
 * A person in a one-to-one chat in Teams, over `/api/messages` and the Bot Connector. `change`: what is different of all
 * that they do, such as the tenant.
 */
export function teamsChat(
  origin: () => string,
  connector: FakeConnector,
  who: TeamsPerson,
  change: (activity: TeamsActivity) => TeamsActivity = (activity) => activity,
): TeamsChat {
  const person = teamsActivities(connector.serviceUrl, who);
  const chatId = personalChatId(who);
  const cards = new Map<string, ShownCard>();
  let [answers, ticks, heard] = [0, 0, 0];

  /** The bot has sent every answer before it answers the request. */
  const deliver = async (activity: TeamsActivity) => {
    const before = connector.ledger.length;
    expect(await postActivity(origin(), change(activity))).to.equal(200);
    // What comes unasked at the same time is no reply to anything, and is heard apart.
    const calls = connector.ledger
      .slice(before)
      .filter(({ conversation, operation }) => conversation === chatId && operation !== 'send');
    expect(calls.length, 'connector calls in a turn').to.be.at.most(CALLS_A_TURN);
    [answers, ticks] = [0, 0];
    for (const { operation, activity: id, id: newId, body } of calls) {
      if (operation === 'update') cards.set(id, readCard(body, id));
      else if (body.text === TICK) ticks += 1;
      else {
        cards.set(newId, readCard(body, newId));
        answers += 1;
      }
    }
  };
  const news = () =>
    connector.ledger.filter(
      ({ conversation, operation, id }) => conversation === chatId && operation === 'send' && id !== '',
    );

  return {
    person,
    deliver,
    arrive: () => deliver(person.installs()),
    say: (text) => deliver(person.says(text)),
    async tell(text) {
      await deliver(person.says(text));
      expect([answers, ticks], `what the bot says to “${text.slice(0, 40)}”`).to.deep.equal([0, 0]);
    },
    paste: (link) => deliver(person.pastesLink('Join Online Meeting', link)),
    click: (data, message) => deliver(person.clicks(data, message)),
    async hear() {
      await connector.waitFor(() => news().length > heard);
      const { id = '', body = {} } = news()[heard++] ?? {};
      const card = readCard(body, id);
      cards.set(id, card);
      return card;
    },
    cards: () => [...cards.values()],
    answers: () => answers,
    ticks: () => ticks,
    leave: async () => undefined,
  };
}
