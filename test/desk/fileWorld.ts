import type { Chat } from '../support/chat.ts';
import type { ConnectorFault, FakeConnector } from '../support/fakeConnector.ts';
import { type FakeSlack, startFakeSlack } from '../support/fakeSlack.ts';
import { type SlackChat, slackChat } from '../support/slackChat.ts';
import { slackEnv } from '../support/slackEnv.ts';
import { slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';

/** What a download gets instead of the file. */
type FetchFault = Pick<ConnectorFault, 'headers'> & { readonly answer: number };

/** A file, and where its channel has it; null for one that bots can't fetch. */
export interface SentFile {
  readonly name: string;
  readonly url: string | null;
}

/** Somebody in a private chat of a channel that only tells where files are. */
export interface FileSender extends Chat {
  /** Sends files, with words or without, and reads what was said to it by the time it was answered. */
  sends(files: readonly SentFile[], text?: string): Promise<void>;
}

/** A running bot with a desk, and people who send files in one channel. */
export interface FileWorld extends DeskWorld {
  /** Somebody whom nobody has met. */
  sender(): FileSender;
  /** Puts a file where the channel has those that people send. */
  served(name: string, bytes: Uint8Array): SentFile;
  /** Where the channel would have a file, if it were there. */
  nowhere(): string;
  /** What the next download gets instead of the file. */
  failNext(fault: FetchFault): void;
  /** Waits until a download was answered so. */
  fetchedWith(status: number): Promise<unknown>;
  /** How many downloads there were. */
  fetches(): number;
}

/** Slack, beside a world of the desk. */
export interface SlackSide extends DeskWorld {
  readonly fake: FakeSlack;
  /** Somebody in a direct message whom nobody has met. */
  person(): SlackChat;
}

/** What isn't a file that bots can fetch. */
export const ELSEWHERE: SentFile = { name: 'elsewhere', url: null };

const SNIPPET = 'application/vnd.microsoft.card.codesnippet';

type Options = Parameters<typeof startDeskWorld>[0];

/** The channels in which people send files. */
export const FILE_CHANNELS: readonly {
  readonly name: 'Teams' | 'Slack';
  start(options?: Options): Promise<FileWorld>;
}[] = [
  { name: 'Teams', start: startInTeams },
  { name: 'Slack', start: startInSlack },
];

async function startInTeams(options?: Options): Promise<FileWorld> {
  const world = await startDeskWorld(options);
  const { connector } = world;
  return { ...world, ...downloads(connector, connector.serviceUrl, operationOf), sender: () => inTeams(world) };
}

function inTeams(world: DeskWorld): FileSender {
  const chat = world.teams();
  return {
    ...chat,
    async sends(files, text) {
      const attached = files.flatMap(({ name, url }) => (url === null ? [] : [{ name, url }]));
      const isFile = attached.length === files.length;
      await chat.deliver(isFile ? chat.person.attaches(attached, text) : chat.person.brings(SNIPPET, text));
    },
  };
}

let people = 0;

/** Starts a bot that is in Slack, too. */
export async function startBesideSlack({ env, ...options }: Options = {}): Promise<SlackSide> {
  const fake = await startFakeSlack();
  const world = await startDeskWorld({ ...options, env: { ...slackEnv(fake), ...env } });
  return {
    ...{ ...world, fake },
    person() {
      const who = slackPerson(`F${++people}X`, 'Luis Ortega');
      return slackChat(world.bot.origin, fake, who, { secret: WORKSPACE.signingSecret, now: world.clock.now });
    },
    async stop() {
      await world.stop();
      await fake.close();
    },
  };
}

async function startInSlack(options?: Options): Promise<FileWorld> {
  const world = await startBesideSlack(options);
  const origin = new URL('/', world.fake.apiUrl).href;
  return { ...world, ...downloads(world.fake, origin, methodOf), sender: () => inSlack(world) };
}

function inSlack(world: SlackSide): FileSender {
  const chat = world.person();
  return { ...chat, sends: (files, text) => chat.deliver('events', chat.person.shares(files, text)) };
}

type Served = FakeConnector | FakeSlack;

const operationOf = (call: object) => Object(call).operation;
const methodOf = (call: object) => Object(call).method;

/** Both fakes serve files, fail and remember in the same way. */
function downloads(fake: Served, origin: string, kindOf: (call: object) => unknown) {
  const files = () => fake.ledger.filter((call) => kindOf(call) === 'file');
  return {
    served: (name: string, bytes: Uint8Array): SentFile => ({ name, url: fake.serveFile(`files/${name}`, bytes) }),
    nowhere: () => `${origin}files/nowhere`,
    failNext: (fault: FetchFault) => fake.failNext({ on: 'file', ...fault }),
    fetchedWith: (status: number) => fake.waitFor(() => files().some((call) => call.status === status)),
    fetches: () => files().length,
  };
}
