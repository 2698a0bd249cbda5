import { expect } from 'chai';
import { deliverToSlack, type SlackDelivery, type SlackLine } from './deliverToSlack.ts';
import type { FakeSlack } from './fakeSlack.ts';
import { findSlackOffer } from './findSlackOffer.ts';
import { readBlockKit } from './readBlockKit.ts';
import { tappedButton } from './slackActions.ts';
import { slackPayloads } from './slackPayloads.ts';
import type { SlackPersonOfTest } from './slackWorkspace.ts';
import { type ModalErrors, type SlackHands, tapInSlack } from './tapInSlack.ts';
import type { ChannelPost } from './teamsDesk.ts';

/** A channel in Slack in which the desk works, as everybody there sees it. */
export interface SlackDesk {
  /** Somebody types in the channel, mentioning the bot; in the thread of a message where one is named. */
  says(who: SlackPersonOfTest, text: string, root?: string): Promise<void>;
  /** Somebody types in a thread, to nobody in particular. */
  writes(who: SlackPersonOfTest, text: string, root: string): Promise<void>;
  /**
   * Somebody taps a button of a message, by the beginning of its label. A modal that it opens is sent with these fields,
   * named by id or label; what is chosen is named by its label. With a list, each modal with the next of them. Gives what
   * stood beside fields that were refused.
   */
  taps(
    who: SlackPersonOfTest,
    post: ChannelPost,
    label: string,
    fields?: Readonly<Record<string, string>> | readonly Readonly<Record<string, string>>[],
  ): Promise<ModalErrors>;
  /** Posts a click's data as they are; gives the status. */
  click(
    who: SlackPersonOfTest,
    value: object,
    at: { readonly id: string; readonly thread?: string | null },
  ): Promise<number>;
  /** All that the bot has posted here, oldest first, as it now stands. */
  posts(): readonly ChannelPost[];
  /** The same of the thread below a message, without that message. */
  thread(root: string): readonly ChannelPost[];
  /** Waits until there is such a message, and gives it. */
  until(isIt: (post: ChannelPost) => boolean): Promise<ChannelPost>;
}

/** How long to wait for a message that is on its way, in milliseconds. */
const PATIENCE = 9_000;

/** A channel of a running bot's desk, over its routes for Slack or a socket, and Slack’s Web API. */
export function slackDesk(origin: () => string, slack: FakeSlack, channel: string, delivery: SlackDelivery): SlackDesk {
  const of = (who: SlackPersonOfTest) => {
    slack.addPerson(who);
    return slackPayloads(who, { address: slack.responseUrl, trigger: slack.trigger });
  };
  const line: SlackLine = { origin, slack, delivery };
  const hands = (who: SlackPersonOfTest): SlackHands => ({ ...line, person: of(who) });
  const deliver = async (payload: object) => {
    expect((await deliverToSlack(line, 'events', payload)).status).to.equal(200);
  };
  const posts = (): readonly ChannelPost[] =>
    slack.posts(channel).map((post) => ({ ...readBlockKit({ ...post }, post.ts), thread: post.thread }));
  const drawn = (id: string) => {
    const { blocks = [], text = '' } = slack.posts(channel).find(({ ts }) => ts === id) ?? {};
    return { ts: id, channel, blocks, text };
  };
  return {
    posts,
    thread: (root) => posts().filter(({ id, thread }) => thread === root && id !== root),
    async says(who, text, root) {
      const where = root === undefined ? { channel } : { channel, thread: root };
      for (const event of of(who).mentions(text, where)) await deliver(event);
    },
    writes: (who, text, root) => deliver(of(who).says(text, { channel, thread: root })),
    async taps(who, post, label, fields = {}) {
      const message = drawn(post.id);
      const { element } = findSlackOffer(message.blocks, label);
      const tap = of(who).taps(element, { ...message, thread: post.thread });
      return tapInSlack(hands(who), tap, fields);
    },
    async click(who, value, { id, thread = null }) {
      const tap = of(who).taps(tappedButton(value, 'forged:1'), { ...drawn(id), thread });
      return (await deliverToSlack(line, 'actions', tap)).status;
    },
    async until(isIt) {
      const seen = () => posts().findLast(isIt);
      await slack.waitFor(() => seen() !== undefined, PATIENCE);
      return seen() ?? { ...readBlockKit({}, ''), thread: null };
    },
  };
}
