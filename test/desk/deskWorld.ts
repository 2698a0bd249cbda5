import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chat } from '../support/chat.ts';
import { type DeskAgent, signInAtDesk } from '../support/deskAgent.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
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

/** What everybody at the page signs in with. */
const TOKEN = 'a-token-of-32-characters-or-more!';

/** A running bot with a desk, and everybody around it. */
export interface DeskWorld {
  readonly bot: TestBot;
  readonly connector: FakeConnector;
  readonly clock: DeskClock;
  readonly rows: DeskRows;
  /** Whether a text is anywhere in the files in which the bot keeps what it knows. */
  keeps(text: string): Promise<boolean>;
  /** The channel; whether the desk is there is for a test to say. */
  readonly channel: TeamsDesk;
  /** Somebody signs in at the page. */
  agent(name: string): Promise<DeskAgent>;
  /** A guest who hasn't opened the page yet; `zone` is where their browser says it is. */
  web(zone?: string): WebChat;
  /** Somebody in a private chat of Teams, somebody new by default; `change` as `teamsChat` takes it. */
  teams(who?: TeamsPerson, change?: Parameters<typeof teamsChat>[3]): TeamsChat;
  /** Somebody whom nobody has met, of that name. */
  someone(name?: string): TeamsPerson;
  stop(): Promise<void>;
}

let people = 0;

/** Starts it. `isInChannel`: Ana says `desk here` at once; else the desk is on its page alone. */
export async function startDeskWorld({
  env = {},
  clock = deskClock(),
  isInChannel = false,
}: {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: DeskClock;
  readonly isInChannel?: boolean;
} = {}): Promise<DeskWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-desk-'));
  const connector = await startFakeConnector();
  const admin = `teams:${TENANT}:${ANA.aadObjectId}`;
  const bot = await startTestBot({ DATA_DIR: folder, DESK_TOKEN: TOKEN, ADMIN_IDS: admin, ...env }, clock.now);
  const rows = await openDeskRows(folder);
  const channel = teamsDesk(bot.origin, connector, { channel: CHANNEL });
  const chats: Chat[] = [];
  const met = <T extends Chat>(chat: T): T => {
    chats.push(chat);
    return chat;
  };
  const someone = (name = 'Luis Ortega') => person(`p${++people}`, name);
  if (isInChannel) await channel.says(ANA, 'desk here');
  return {
    ...{ bot, connector, clock, rows, channel, someone },
    async keeps(text) {
      const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
      return files.some((bytes) => bytes.includes(text));
    },
    agent: (name) => signInAtDesk(bot.origin, { token: TOKEN }, name),
    web: (zone = undefined) => met(webChat(bot.origin, rows.isUnasked, zone)),
    teams: (who = someone(), change = undefined) => met(teamsChat(bot.origin, connector, who, change)),
    async stop() {
      await Promise.all(chats.map((chat) => chat.leave()));
      await rows.close();
      await bot.stop();
      await connector.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
