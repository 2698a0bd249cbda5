import type { TurnContext } from 'botbuilder';
import type { TurnLogic } from '../../src/channels/ownAdapter.ts';
import { newSessionId } from '../../src/channels/web/sessionId.ts';
import { createWebChannel, type WebChannel, type WebChannelParts } from '../../src/channels/web/webChannel.ts';
import { webRoutes } from '../../src/server/webRoutes.ts';
import { openEventStream, type TestEventStream } from './eventStream.ts';
import { type HandClock, handClock } from './httpClock.ts';
import { recordingLog, startServer, type TestServer } from './httpServer.ts';
import { type MemoryWebHistory, memoryWebHistory, memoryWebSessions } from './httpWebStores.ts';

/** The web channel behind the real server, with its stores in memory and its clock in the test's hand. */
export interface TestWeb extends TestServer {
  readonly channel: WebChannel;
  readonly history: MemoryWebHistory;
  readonly sessions: ReturnType<typeof memoryWebSessions>;
  readonly clock: HandClock;
  readonly logged: readonly string[];
  /** A browser on the page of this server. */
  visitor(): Visitor;
}

/** What a browser does, with its one cookie. */
export interface Visitor {
  open(headers?: Record<string, string>): Promise<Response>;
  send(body: unknown, headers?: Record<string, string>): Promise<Response>;
  says(id: string, text: string): Promise<Response>;
  events(query?: string, headers?: Record<string, string>): Promise<TestEventStream>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a file as it is; `query` is the whole of it. */
  upload(file: NonNullable<RequestInit['body']>, query?: string, headers?: Record<string, string>): Promise<Response>;
  /** As it is sent; empty before `open`. */
  cookie(): string;
  /** The session in its cookie; empty before `open`. */
  session(): string;
}

/** Greets who opens the page, and repeats what is said. */
export const echo: TurnLogic = async (context: TurnContext) => {
  const { type, text } = context.activity;
  if (type === 'conversationUpdate') await context.sendActivity('Hello');
  if (type === 'message') await context.sendActivity(`You said ${text}`);
};

/** Starts it; what is left out is as above. */
export async function startWeb(over: Partial<WebChannelParts> = {}): Promise<TestWeb> {
  const history = memoryWebHistory();
  const sessions = memoryWebSessions();
  const clock = handClock();
  const { log, lines: logged } = recordingLog();
  const defaults = { history, sessions, log, logic: echo, publicUrl: undefined, newId: newSessionId };
  const channel = createWebChannel({ ...defaults, clock: clock.now, every: clock.every, ...over });
  const server = await startServer({ routes: webRoutes(channel), log, endStreams: channel.close });
  return { ...server, channel, history, sessions, clock, logged, visitor: () => visitorOf(server.origin) };
}

/** A browser with a cookie, or without one yet. */
export function visitorOf(origin: string, given = ''): Visitor {
  let cookie = given;
  const keepCookie = (response: Response) => {
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const own = { origin, cookie, 'content-type': 'application/json' };
    const sent = { method: 'POST', headers: { ...own, ...headers }, body: JSON.stringify(body) };
    return keepCookie(await fetch(origin + path, sent));
  };
  return {
    open: (headers) => post('/web/open', {}, headers),
    send: (body, headers) => post('/web/messages', body, headers),
    says: (id, text) => post('/web/messages', { id, text }),
    events: (query = '', headers = {}) => openEventStream(`${origin}/web/events${query}`, { cookie, ...headers }),
    post,
    get: (path, headers = {}) => fetch(origin + path, { headers: { cookie, ...headers } }),
    upload(file, query = 'name=screen.png', headers = {}) {
      const own = { origin, cookie, 'content-type': 'application/octet-stream' };
      // Of a stream, the length isn't known beforehand.
      const sent = { method: 'POST', headers: { ...own, ...headers }, body: file, duplex: 'half' } as RequestInit;
      return fetch(`${origin}/web/file?${query}`, sent);
    },
    cookie: () => cookie,
    session: () => cookie.split('=')[1] ?? '',
  };
}
