import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chat } from '../support/chat.ts';
import { type DeskAgent, signInAtDesk } from '../support/deskAgent.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { type FakeSlack, startFakeSlack } from '../support/fakeSlack.ts';
import { type SlackChat, slackChat } from '../support/slackChat.ts';
import { type SlackDesk, slackDesk } from '../support/slackDesk.ts';
import { slackEnv } from '../support/slackEnv.ts';
import { type SlackPersonOfTest, slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { person, TENANT, type TeamsPerson } from '../support/teamsActivity.ts';
import { type TeamsChat, teamsChat } from '../support/teamsChat.ts';
import { type TeamsDesk, teamsDesk } from '../support/teamsDesk.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { type WebChat, webChat } from '../support/webChat.ts';
import { type DeskClock, deskClock } from './deskClock.ts';
import { type DeskRows, openDeskRows } from './deskRows.ts';

/** The channel in which the desk is, and who may say so; both work there. */
export const CHANNEL = '19:helpdesk@thread.tacv2';
export const ANA = person('ana', 'Ana Beck');
export const BEA = person('bea', 'Bea Lind');

/** The same in Slack. */
export const SLACK_CHANNEL = 'C0HELPDESK1';
export const SLACK_ANA = slackPerson('ana', 'Ana Beck');
export const SLACK_BEA = slackPerson('bea', 'Bea Lind');

/** What everybody at the page signs in with. */
const TOKEN = 'a-token-of-32-characters-or-more!';

/** A running bot with a desk, and everybody around it. */
export interface DeskWorld {
  readonly bot: TestBot;
  readonly connector: FakeConnector;
  readonly slack: FakeSlack;
  readonly clock: DeskClock;
  readonly rows: DeskRows;
  /** Whether a text is anywhere in the files in which the bot keeps what it knows. */
  keeps(text: string): Promise<boolean>;
  /** The channel; whether the desk is there is for a test to say. */
  readonly channel: TeamsDesk;
  readonly slackChannel: SlackDesk;
  /** Somebody signs in at the page. */
  agent(name: string): Promise<DeskAgent>;
  /** A guest who hasn't opened the page yet; `zone` is where their browser says it is. */
  web(zone?: string): WebChat;
  /** Somebody in a private chat of Teams, somebody new by default; `change` as `teamsChat` takes it. */
  teams(who?: TeamsPerson, change?: Parameters<typeof teamsChat>[3]): TeamsChat;
  /** Somebody in a direct message of Slack, somebody new by default. */
  inSlack(who?: SlackPersonOfTest): SlackChat;
  /** Somebody whom nobody has met, of that name. */
  someone(name?: string): TeamsPerson;
  stop(): Promise<void>;
}

let people = 0;

/** Starts it. `isInChannel`: Ana says `desk here` in Teams at once, `isInSlack`: there; else the desk is on its page alone. */
export async function startDeskWorld({
  env = {},
  clock = deskClock(),
  isInChannel = false,
  isInSlack = false,
}: {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: DeskClock;
  readonly isInChannel?: boolean;
  readonly isInSlack?: boolean;
} = {}): Promise<DeskWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-desk-'));
  const connector = await startFakeConnector();
  const slack = await startFakeSlack(clock.now);
  const admins = [`teams:${TENANT}:${ANA.aadObjectId}`, `slack:${WORKSPACE.team}:${SLACK_ANA.id}`].join();
  const settings = { DATA_DIR: folder, DESK_TOKEN: TOKEN, ADMIN_IDS: admins, ...slackEnv(slack), ...env };
  const bot = await startTestBot(settings, clock.now);
  const signed = { secret: WORKSPACE.signingSecret, now: clock.now };
  const rows = await openDeskRows(folder);
  const channel = teamsDesk(bot.origin, connector, { channel: CHANNEL });
  const slackChannel = slackDesk(bot.origin, slack, SLACK_CHANNEL, signed);
  const chats: Chat[] = [];
  const met = <T extends Chat>(chat: T): T => {
    chats.push(chat);
    return chat;
  };
  const someone = (name = 'Luis Ortega') => person(`p${++people}`, name);
  if (isInChannel) await channel.says(ANA, 'desk here');
  if (isInSlack) await slackChannel.says(SLACK_ANA, 'desk here');
  return {
    ...{ bot, connector, slack, clock, rows, channel, slackChannel, someone },
    async keeps(text) {
      const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
      return files.some((bytes) => bytes.includes(text));
    },
    agent: (name) => signInAtDesk(bot.origin, { token: TOKEN }, name),
    web: (zone = undefined) => met(webChat(bot.origin, rows.isUnasked, zone)),
    teams: (who = someone(), change = undefined) => met(teamsChat(bot.origin, connector, who, change)),
    inSlack: (who = slackPerson(`p${++people}x`, 'Luis Ortega')) => met(slackChat(bot.origin, slack, who, signed)),
    async stop() {
      await Promise.all(chats.map((chat) => chat.leave()));
      await rows.close();
      await bot.stop();
      await Promise.all([connector.close(), slack.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
