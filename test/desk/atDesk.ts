import { expect } from 'chai';
import type { DeskAgent } from '../support/deskAgent.ts';
import type { SlackDesk } from '../support/slackDesk.ts';
import type { SlackPersonOfTest } from '../support/slackWorkspace.ts';
import type { TeamsPerson } from '../support/teamsActivity.ts';
import type { ChannelPost, TeamsDesk } from '../support/teamsDesk.ts';
import type { DeskRows } from './deskRows.ts';

/** Somebody at the desk, wherever that is. Each deed is over when its promise is kept. */
export interface AtDesk {
  /** The case is where they can see it, and the desk is known to have it on its screen. */
  sees(id: string): Promise<void>;
  /** Taps a button of the case's card, then one on the card that this brings, and so on, by the beginnings of labels. */
  taps(id: string, labels: readonly string[], fields?: Readonly<Record<string, string>>): Promise<void>;
  /** Types beside the case. */
  types(id: string, text: string): Promise<void>;
}

/** At the page. */
export function atPage(agent: DeskAgent, rows: DeskRows): AtDesk {
  return {
    async sees(id) {
      expect((await agent.list()).map((each) => each.id)).to.include(id);
      await agent.show(id);
      await rows.until(id, ({ isOnScreen }) => isOnScreen);
    },
    async taps(id, labels, fields = {}) {
      for (const [index, label] of labels.entries()) {
        const { said } = await agent.taps(id, label, index === labels.length - 1 ? fields : {});
        expect(said ?? '', `what is said to [${label}]`).to.not.match(/nothing was|first\.$/);
      }
    },
    async types(id, text) {
      await agent.types(text, id);
    },
  };
}

/** In a channel of Teams. */
export function inChannel(desk: TeamsDesk, who: TeamsPerson, rows: DeskRows): AtDesk {
  const rootOf = (id: string, label = '') =>
    desk.until((post) => post.thread === null && post.text.includes(id) && isOffered(post, label));
  return {
    async sees(id) {
      await rows.until(id, ({ isOnScreen }) => isOnScreen);
      const { id: root } = await rootOf(id);
      // Said once the bot itself knows which thread is the case's.
      await desk.until(({ thread, text }) => thread === root && text.includes('In this thread:'));
    },
    async taps(id, labels, fields = {}) {
      const [first = '', ...others] = labels;
      const root = await rootOf(id, first);
      await desk.taps(who, root, first, others.length === 0 ? fields : {});
      for (const [index, label] of others.entries()) {
        const post = desk.thread(root.id).findLast((each) => isOffered(each, label));
        expect(post, `no “${label}” in the thread of ${id}`).to.not.equal(undefined);
        if (post) await desk.taps(who, post, label, index === others.length - 1 ? fields : {});
      }
    },
    async types(id, text) {
      await desk.says(who, text, (await rootOf(id)).id);
    },
  };
}

/** In a channel of Slack. */
export function inSlackChannel(desk: SlackDesk, who: SlackPersonOfTest, rows: DeskRows): AtDesk {
  const rootOf = (id: string, label = '') =>
    desk.until((post) => post.thread === null && post.text.includes(id) && isOffered(post, label));
  return {
    async sees(id) {
      await rows.until(id, ({ isOnScreen }) => isOnScreen);
      const { id: root } = await rootOf(id);
      await desk.until(({ thread, text }) => thread === root && text.includes('In this thread:'));
    },
    // What a button brings is a form, in which the rest is chosen.
    async taps(id, [first = '', ...chosen], fields = {}) {
      const root = await rootOf(id, first);
      const forms = chosen.map((label, index) => ({ choice: label, ...(index === chosen.length - 1 && fields) }));
      const errors = await desk.taps(who, root, first, forms);
      expect(errors, `what is said beside the fields of [${[first, ...chosen].join(', ')}]`).to.deep.equal({});
    },
    async types(id, text) {
      await desk.writes(who, text, (await rootOf(id)).id);
    },
  };
}

function isOffered({ offers }: ChannelPost, label: string): boolean {
  return label === '' || offers.some((offer) => offer.label.startsWith(label));
}
