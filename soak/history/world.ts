import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DeskRules } from '../../src/helpdesk/cases/deskRules.ts';
import { createDeskPlaces } from '../../src/storage/deskPlaces.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { person as named, TENANT } from '../../test/support/teamsActivity.ts';
import { answer, type MailServer, startMailServer } from '../../test/ticketing/mail/mailServer.ts';
import type { Call } from '../desk/call.ts';
import { type Channel, startChannel } from '../desk/channel.ts';
import { createScreen, type Screen } from '../desk/screen.ts';
import { FAIR, type Weather } from '../desk/weather.ts';
import type { DeskAgent } from './agent.ts';
import { channelAgent } from './channelAgent.ts';
import { type Instances, rulesOf, startInstances } from './instances.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createLine, type Line } from './line.ts';
import { pageAgent } from './pageAgent.ts';
import type { Side } from './side.ts';
import type { InstanceEntry } from './startInstance.ts';
import { teamsSide } from './teamsSide.ts';
import { openWebSide } from './webSide.ts';

/** Two processes, the desk that they share, and all that histories are lived in, one after another. */
export interface World {
  readonly instances: Instances;
  readonly ledger: Ledger;
  readonly rules: DeskRules;
  readonly agents: readonly [DeskAgent, DeskAgent];
  /** Two people who have never been there: one on the page, one in Teams. */
  newPeople(): Promise<readonly [Side, Side]>;
  /** From now on Teams takes nothing for private chats but answers, or it does again. */
  setBlocked(isBlocked: boolean): void;
  /** What the bots have logged as errors since this was last asked, up to now. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What differs between worlds. */
export interface WorldParts {
  /** What both instances run. */
  readonly instance: InstanceEntry;
  readonly databaseUrl: string;
  /** Where people and agents are: half of both in Teams, or all on the pages. */
  readonly where: 'teams-too' | 'pages';
  /** How their desk works. */
  readonly env: Readonly<Record<string, string>>;
  /** It has a mail server. */
  readonly mails?: true;
}

const DESK = '19:helpdesk@thread.tacv2';
const TOKEN = 'the-token-of-the-desk-in-a-soak-run-0123456789';
/** A Monday. */
const BEGINS = new Date('2026-03-02T09:30:00Z');

/** Between two histories, in milliseconds: more than any pace or limit remembers. */
const APART = 3 * 60_000;

/** In production nothing is switched on by itself, and without an app there is no Teams. */
const PAGES_ALONE = { NODE_ENV: 'production', WEB_CHAT: 'on', HOST: '127.0.0.1' };

const BLOCKED: Weather = { answer: { status: 403 }, isShown: false };

/** It goes to a private chat, and answers nothing. */
function isNews(operation: Call['operation'], conversation: string): boolean {
  return operation === 'send' && !conversation.startsWith('19:');
}

/** Mails aren’t taken, days pass while a message is under way, and people block the bot: all are told. */
function isExpected(logLine: string): boolean {
  const { msg, code } = JSON.parse(logLine) as Readonly<Record<string, string | undefined>>;
  if (msg?.endsWith('is given up')) return code === 'too-late' || code === 'smtp-451';
  return (code === 'status-403' || code === 'smtp-550') && msg?.includes('refused by its receiver') === true;
}

/** Of four mails it refuses one for good, and doesn’t take another one at first. */
function startMails(): Promise<MailServer> {
  let mails = 0;
  const answers = [null, answer(550), null, answer(451)];
  return startMailServer({ disableReverseLookup: true, judge: () => answers[mails++ % answers.length] ?? null });
}

/** One whose desk is open. */
export async function createWorld({ instance, databaseUrl, where, env, mails }: WorldParts): Promise<World> {
  const bob = named('bob', 'Agent Bob');
  const isInTeams = where === 'teams-too';
  const mailServer = mails ? await startMails() : null;
  const ofDesk = {
    ...(isInTeams ? { ADMIN_IDS: `teams:${TENANT}:${bob.aadObjectId}` } : PAGES_ALONE),
    ...{ DESK_TOKEN: TOKEN, DESK_PAGE: 'on', ...env },
    ...(mailServer && { SMTP_URL: `smtp://127.0.0.1:${mailServer.port}` }),
  };
  const rules = rulesOf(ofDesk);
  const ledger = createLedger(rules);
  const logged: string[] = [];
  const instances = await startInstances({
    ...{ instance, env: ofDesk, databaseUrl, begins: BEGINS, onWrite: ledger.note },
    onLog: (logLine) => void (isExpected(logLine) || logged.push(logLine)),
  });
  let isBlocked = false;
  const channel = await startChannel({
    weather: ({ operation, conversation }) => (isBlocked && isNews(operation, conversation) ? BLOCKED : FAIR),
    life: () => 0,
  });
  const line = createLine();
  const { screen, forgetScreen } = renewedScreen(channel);
  const { origins, db } = instances;
  const onPage = (name: string) => pageAgent({ origins, line, token: TOKEN, name });
  const inChannel = channelAgent({ origins, channel, screen, desk: DESK, line, who: bob });
  if (isInTeams) {
    await inChannel.says('desk here');
    await setNextLine(db, channel.serviceUrl);
  }
  let people = 0;
  return {
    ...{ instances, ledger, rules },
    agents: [onPage('Agent Ana'), isInTeams ? inChannel : onPage('Agent Bob')],
    async newPeople() {
      await instances.advance(APART);
      ledger.forget();
      channel.forget();
      forgetScreen();
      const who = named(`m${++people}`, `Mia ${people}`);
      const page = () => openWebSide({ origins, db, line });
      return [await page(), isInTeams ? teamsSide({ origins, channel, line, who }) : await page()];
    },
    setBlocked(isSo) {
      isBlocked = isSo;
    },
    async errors() {
      await instances.sync();
      return logged.splice(0);
    },
    close: () => closeAll({ line, instances, channel, mailServer }),
  };
}

/** The next line works here, too, rather than in the Teams that the configuration means. */
async function setNextLine(db: Kysely<Schema>, serviceUrl: string): Promise<void> {
  const places = createDeskPlaces(db, randomUUID);
  const next = await places.get('next');
  if (next !== null)
    await places.set({ ...next, reference: { ...next.reference, serviceUrl } }, { by: null, at: new Date() });
}

/** What stands in the channel, for as long as nobody forgets it. */
function renewedScreen(channel: Channel): { readonly screen: Screen; readonly forgetScreen: () => void } {
  let current = createScreen(DESK);
  channel.onCall((call) => current.show(call));
  return {
    screen: {
      show: (call) => current.show(call),
      find: (mark) => current.find(mark),
      get: (id) => current.get(id),
      cardsOf: (id) => current.cardsOf(id),
      inThreadOf: (id, fits) => current.inThreadOf(id, fits),
    },
    forgetScreen: () => {
      current = createScreen(DESK);
    },
  };
}

interface Open {
  readonly line: Line;
  readonly instances: Instances;
  readonly channel: Channel;
  readonly mailServer: MailServer | null;
}

async function closeAll({ line, instances, channel, mailServer }: Open): Promise<void> {
  await line.close();
  await instances.close();
  await channel.close();
  await mailServer?.close();
}
