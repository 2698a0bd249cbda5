import { expect } from 'chai';
import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import { type Line, play } from '../support/chat.ts';
import { type FakeSlack, startFakeSlack } from '../support/fakeSlack.ts';
import type { SlackCall } from '../support/fakeSlackCall.ts';
import { findSlackOffer } from '../support/findSlackOffer.ts';
import { postToSlackRoute, type SlackRouteAnswer } from '../support/postToSlackRoute.ts';
import { readBlockKit } from '../support/readBlockKit.ts';
import type { ShownCard } from '../support/readCard.ts';
import { type SlackChat, slackChat } from '../support/slackChat.ts';
import { slackEnv } from '../support/slackEnv.ts';
import type { SlackOffer } from '../support/slackOffers.ts';
import { type SlackPersonOfTest, slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';

/** A channel in which the desk is not. */
export const GENERAL = 'C0GENERAL01';

/** The whole bot in a workspace, with a desk on its page. */
export interface SlackWorld {
  readonly bot: TestBot;
  readonly slack: FakeSlack;
  /** Somebody whom nobody has met, in their direct message. */
  chat(who?: SlackPersonOfTest): SlackChat;
  someone(name?: string): SlackPersonOfTest;
  /** Delivers something as Slack does, and gives what it was answered with. */
  deliver(way: SlackWay, payload: object): Promise<SlackRouteAnswer>;
  /** What somebody has on the App Home tab, as they meet it. */
  home(who: SlackPersonOfTest): ShownCard;
  /** A button of it by its label, as Slack reports a tap on it. */
  homeOffer(who: SlackPersonOfTest, label: string): SlackOffer;
  /** The calls of a method, oldest first. */
  calls(method: string): readonly SlackCall[];
  stop(): Promise<void>;
}

let people = 0;

/** Starts it, with these variables set besides; `now` as `startTestBot` takes it. */
export async function startSlackWorld(
  env: Readonly<Record<string, string>> = {},
  now?: () => Date,
): Promise<SlackWorld> {
  const slack = await startFakeSlack();
  const bot = await startTestBot({ ...slackEnv(slack), ...env }, now);
  const delivery = { secret: WORKSPACE.signingSecret, now: bot.now };
  const someone = (name = 'Luis Ortega') => slackPerson(`p${++people}x`, name);
  const home = (who: SlackPersonOfTest) => slack.home(who.id) ?? {};
  return {
    ...{ bot, slack, someone },
    chat: (who = someone()) => slackChat(bot.origin, slack, who, delivery),
    deliver: (way, payload) => postToSlackRoute(bot.origin(), way, payload, delivery),
    home: (who) => readBlockKit(home(who), 'home'),
    homeOffer: (who, label) =>
      findSlackOffer((home(who)['blocks'] ?? []) as Readonly<Record<string, unknown>>[], label),
    calls: (method) => slack.ledger.filter((call) => call.method === method),
    async stop() {
      await bot.stop();
      await slack.close();
    },
  };
}

/** A world for each test of a `describe`, and somebody in it whom nobody has met. */
export interface SlackWorldOfTest {
  readonly world: SlackWorld;
  readonly chat: SlackChat;
}

/**
 * Gives each test of a `describe` a world of its own, which is stopped after it: Slack would have refused nothing of what
 * came to it. `begin` is what that person does before.
 */
export function useSlackWorld(begin: readonly Line[] = []): SlackWorldOfTest {
  let world: SlackWorld;
  let chat: SlackChat;
  beforeEach(async () => {
    world = await startSlackWorld();
    chat = world.chat();
    await play(chat, begin);
  });
  afterEach(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });
  return {
    get world() {
      return world;
    },
    get chat() {
      return chat;
    },
  };
}
