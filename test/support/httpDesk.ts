import { createDeskChannel, type DeskChannel, type DeskChannelParts } from '../../src/channels/desk/deskChannel.ts';
import type { DeskActor, DeskDeed, DeskPort } from '../../src/channels/desk/deskPort.ts';
import type { DeskSession, DeskSessions } from '../../src/channels/desk/deskSessions.ts';
import { newSessionId } from '../../src/channels/web/sessionId.ts';
import { deskRoutes } from '../../src/server/deskRoutes.ts';
import { openEventStream, type TestEventStream } from './eventStream.ts';
import { type HandClock, handClock } from './httpClock.ts';
import { type MemoryFiles, memoryFiles } from './httpFiles.ts';
import { recordingLog, startServer, type TestServer } from './httpServer.ts';

/** The configured token of the desk in tests. */
export const TOKEN = 'a-token-of-32-characters-or-more!';

/** The desk in memory, which tells what it was asked. */
export interface MemoryDesk extends DeskPort {
  readonly deeds: readonly DeskDeed[];
  readonly sent: readonly Parameters<DeskPort['sendFile']>[0][];
  /** Since when changes were looked for. */
  readonly looks: readonly Date[];
  /** What the next looks find. */
  changes: readonly { readonly case: string; readonly revision: number }[];
  /** Whether looking fails. */
  isBroken: boolean;
}

/** The cases that there are. */
export const CASES = ['UN-AAAA-AA', 'UN-BBBB-BB'] as const;

/** A desk with two cases that lets everybody see all: it is the channel that is tested. */
export function memoryDesk(): MemoryDesk {
  const deeds: DeskDeed[] = [];
  const sent: Parameters<DeskPort['sendFile']>[0][] = [];
  const looks: Date[] = [];
  const said = (actor: DeskActor) => ({ cards: [], said: `done by ${actor.name}`, show: null });
  const desk: MemoryDesk = {
    deeds,
    sent,
    looks,
    changes: [],
    isBroken: false,
    list: async (_, which) =>
      CASES.map((id) => ({
        ...{ id, revision: 1, title: which, who: 'Luis' },
        ...{ status: 'waiting', state: 'Waiting for 2 minutes', urgency: null },
      })),
    show: async (_, id) =>
      CASES.some((each) => each === id) ? { id, revision: 1, card: { type: 'AdaptiveCard' }, trail: [] } : null,
    async act(deed) {
      deeds.push(deed);
      return said(deed.actor);
    },
    maySee: async (_, id) => CASES.some((each) => each === id),
    async sendFile(deed) {
      sent.push(deed);
      return said(deed.actor);
    },
    async changedSince(at) {
      looks.push(at);
      if (desk.isBroken) throw new Error('a secret of the disk');
      return desk.changes;
    },
  };
  return desk;
}

/** Sessions of the desk in memory. */
export function memoryDeskSessions(): DeskSessions & { readonly all: ReadonlyMap<string, DeskSession> } {
  const all = new Map<string, DeskSession>();
  return {
    all,
    async create(hash, session) {
      all.set(hash, session);
    },
    async get(hash, at) {
      const found = all.get(hash);
      return found !== undefined && found.expiresAt > at ? found : null;
    },
    async end(hash) {
      all.delete(hash);
    },
  };
}

/** The desk's channel behind the real server, with its stores in memory and its clock in the test's hand. */
export interface TestDesk extends TestServer {
  readonly channel: DeskChannel;
  readonly desk: MemoryDesk;
  readonly files: MemoryFiles;
  readonly sessions: ReturnType<typeof memoryDeskSessions>;
  readonly clock: HandClock;
  readonly logged: readonly string[];
  /** A browser on the page of this server. */
  browser(): DeskBrowser;
  /** One in which somebody has signed in. */
  agent(name?: string, headers?: Record<string, string>): Promise<DeskBrowser>;
}

/** What a browser does, with its one cookie and the token that it was told. */
export interface DeskBrowser {
  open(body: unknown, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  upload(query: string, file: NonNullable<RequestInit['body']>, headers?: Record<string, string>): Promise<Response>;
  events(headers?: Record<string, string>): Promise<TestEventStream>;
  cookie(): string;
  csrf(): string;
}

/** Starts it; what is left out is as above. */
export async function startDesk(over: Partial<DeskChannelParts> = {}): Promise<TestDesk> {
  const desk = memoryDesk();
  const files = memoryFiles();
  const sessions = memoryDeskSessions();
  const clock = handClock();
  const { log, lines: logged } = recordingLog();
  const channel = createDeskChannel({
    ...{ port: desk, sessions, files, log, token: TOKEN, startToken: null, publicUrl: undefined },
    personOf: async (id) => (CASES.some((each) => each === id) ? 'web:luis' : null),
    links: { verify: () => null },
    newId: newSessionId,
    clock: clock.now,
    every: clock.every,
    ...over,
  });
  const server = await startServer({ routes: deskRoutes(channel), log, endStreams: channel.close });
  const browser = () => browserOf(server.origin);
  return {
    ...server,
    ...{ channel, desk, files, sessions, clock, logged, browser },
    async agent(name = 'Ana', headers = {}) {
      const own = browser();
      await own.open({ token: TOKEN, name }, headers);
      return own;
    },
  };
}

function browserOf(origin: string): DeskBrowser {
  let cookie = '';
  let csrf = '';
  const send = (path: string, body: RequestInit['body'], headers: Record<string, string>) => {
    const own = { origin, cookie, 'x-csrf-token': csrf, ...headers };
    return fetch(origin + path, { method: 'POST', headers: own, body, duplex: 'half' } as RequestInit);
  };
  const post: DeskBrowser['post'] = (path, body, headers = {}) =>
    send(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  return {
    async open(body, headers) {
      const response = await post('/desk/open', body, headers);
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      if (response.ok) csrf = ((await response.clone().json()) as { csrf: string }).csrf;
      return response;
    },
    post,
    get: (path, headers = {}) => fetch(origin + path, { headers: { cookie, ...headers } }),
    upload: (query, file, headers = {}) =>
      send(`/desk/file?${query}`, file, { 'content-type': 'application/octet-stream', ...headers }),
    events: (headers = {}) => openEventStream(`${origin}/desk/events`, { cookie, ...headers }),
    cookie: () => cookie,
    csrf: () => csrf,
  };
}
