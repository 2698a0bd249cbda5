import { postActivity } from '../../test/support/postActivity.ts';
import {
  personalChatId,
  TENANT,
  type TeamsActivity,
  type TeamsPerson,
  teamsActivities,
} from '../../test/support/teamsActivity.ts';
import { type CourierParts, createCourier, type Delivery } from './courier.ts';
import type { PostOffice } from './postOffice.ts';
import type { Copies, Message, Seat } from './seat.ts';

/** What a chat in Teams needs. */
export interface TeamsSeatParts {
  readonly who: TeamsPerson;
  /** Its tenant’s id; default: that of all activities. */
  readonly tenant?: string;
  readonly serviceUrl: string;
  readonly office: PostOffice;
  /** Where the next delivery goes. */
  readonly origin: () => Promise<string>;
  readonly courier: CourierParts;
  /** What is done to each activity before it is sent; default: nothing. */
  readonly mark?: (activity: TeamsActivity) => TeamsActivity;
}

/** A chat in Teams, and what else its person does there. */
export interface TeamsSeat extends Seat {
  /** Mentions the bot in a channel. Resolves when it was answered. */
  mention(text: string): Promise<void>;
}

const ONCE: Copies = { count: 1, spread: 0, renamed: false };

/** Somebody’s private chat in Teams. What the bot has to say it says before it answers, so news needs no waiting. */
export function teamsSeat(parts: TeamsSeatParts): TeamsSeat {
  const { who, office, origin, mark = (activity) => activity } = parts;
  const courier = createCourier(parts.courier);
  const own = teamsActivities(parts.serviceUrl, who);
  const chat = personalChatId(who);
  const name = `teams:${parts.tenant ?? TENANT}:${chat}`;
  const deliver = async (activity: TeamsActivity, copies: Copies): Promise<string> => {
    await courier.deliver(postOf(origin, activity), copies);
    return `${name}:${activity['id']}`;
  };
  const activityOf = (message: Message) =>
    mark('text' in message ? own.says(message.text) : own.clicks(message.value, message.on));

  return {
    name,
    arrive: async () => [await deliver(mark(own.installs()), ONCE)],
    async send(messages, copies) {
      const names = await Promise.all(messages.map((message) => deliver(activityOf(message), copies)));
      for (const message of messages) {
        if (copies.renamed && 'value' in message) courier.later(postOf(origin, activityOf(message)), copies.spread);
      }
      return names;
    },
    news: async () => office.take(chat),
    hasNews: async () => true,
    async mention(text) {
      await deliver(mark(own.says(text, 'channel')), ONCE);
    },
    settled: courier.settled,
    leave: () => undefined,
  };
}

function postOf(origin: () => Promise<string>, activity: TeamsActivity): Delivery {
  return async (signal) => {
    const to = await origin();
    return { status: await postActivity(to, activity, { signal }), to };
  };
}
