import { expect } from 'chai';
import type { FakeConnector } from './fakeConnector.ts';
import { postActivity } from './postActivity.ts';
import { readCard, type ShownCard } from './readCard.ts';
import { type TeamsPerson, type TeamsThread, teamsActivities } from './teamsActivity.ts';

/** A message of the bot in a channel. */
export interface ChannelPost extends ShownCard {
  readonly thread: string | null;
}

/** A team's channel in which the desk works, as everybody there sees it. */
export interface TeamsDesk {
  /** Somebody types in the channel, mentioning the bot; in the thread of a message where one is named. */
  says(who: TeamsPerson, text: string, root?: string): Promise<void>;
  /** Somebody taps a button of a message, by the beginning of its label. */
  taps(who: TeamsPerson, post: ChannelPost, label: string, fields?: Readonly<Record<string, string>>): Promise<void>;
  /** Posts a click's data as they are. */
  click(who: TeamsPerson, value: object, at: { readonly id: string; readonly root?: string }): Promise<number>;
  /** All that the bot has posted here, oldest first, as it now stands. */
  posts(): readonly ChannelPost[];
  /** The same of the thread below a message, without that message. */
  thread(root: string): readonly ChannelPost[];
  /** Waits until there is such a message, and gives it. */
  until(isIt: (post: ChannelPost) => boolean): Promise<ChannelPost>;
}

/** How long to wait for a message that is on its way, in milliseconds. */
const PATIENCE = 9_000;

/** A channel of a running bot's desk. */
export function teamsDesk(origin: () => string, connector: FakeConnector, where: TeamsThread): TeamsDesk {
  const of = (who: TeamsPerson) => teamsActivities(connector.serviceUrl, who);
  const posts = () => postsIn(connector, where.channel);
  const click = async (who: TeamsPerson, value: object, { id, root = id }: { id: string; root?: string }) =>
    postActivity(origin(), of(who).clicks(value, id, { ...where, root }));

  return {
    posts,
    click,
    thread: (root) => posts().filter(({ id, thread }) => thread === root && id !== root),
    async says(who, text, root) {
      const thread = root === undefined ? where : { ...where, root };
      expect(await postActivity(origin(), of(who).says(text, thread))).to.equal(200);
    },
    async taps(who, post, label, fields = {}) {
      const offer = post.offers.find((each) => each.label.startsWith(label));
      expect(offer, `no “${label}” on “${post.title}”`).to.not.equal(undefined);
      const at = { id: post.id, root: post.thread ?? post.id };
      expect(await click(who, { ...offer?.data, ...fields }, at)).to.equal(200);
    },
    async until(isIt) {
      const seen = () => posts().findLast(isIt);
      await connector.waitFor(() => seen() !== undefined, PATIENCE);
      return seen() ?? { id: '', title: '', text: '', offers: [], links: [], fields: [], values: {}, thread: null };
    },
  };
}

function postsIn({ ledger }: FakeConnector, channel: string): readonly ChannelPost[] {
  const shown = new Map<string, ChannelPost>();
  for (const { operation, conversation, activity, id, body, status } of ledger) {
    if (!`${conversation};`.startsWith(`${channel};`) || status >= 300) continue;
    const thread = conversation.split(';messageid=')[1] ?? null;
    if (operation === 'update') shown.set(activity, { ...readCard(body, activity), thread });
    else if (operation === 'send' || operation === 'reply') shown.set(id, { ...readCard(body, id), thread });
  }
  return [...shown.values()];
}
