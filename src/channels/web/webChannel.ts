import type { Log } from '../../log.ts';
import { createAddressLimit } from '../addressLimit.ts';
import type { Every } from '../every.ts';
import { minuteLimit } from '../minuteLimit.ts';
import { uploadLimit } from '../uploadLimit.ts';
import { createEventStreams } from './eventStreams.ts';
import { giveFile } from './giveFile.ts';
import type { WebHelpdesk } from './helpdeskPort.ts';
import { linkCase } from './linkCase.ts';
import { lookAtLink } from './lookAtLink.ts';
import { noteRead } from './noteRead.ts';
import { openEvents } from './openEvents.ts';
import { openSession } from './openSession.ts';
import { receiveMessage } from './receiveMessage.ts';
import { createRefuse, type WebRefusal } from './refuse.ts';
import { sessionCookie } from './sessionCookie.ts';
import { sessionLimit } from './sessionLimit.ts';
import { takeFile } from './takeFile.ts';
import { WebAdapter, type WebLogic } from './webAdapter.ts';
import type { WebHistory } from './webHistory.ts';
import type { WebAnswer, WebRequest, WebUpload } from './webRequest.ts';
import type { WebSessions } from './webSessions.ts';

/** Links to cases that a session may have made in a minute: one is copied, perhaps two are lost. */
const LINKS_PER_MINUTE = 10;

/** Answers that a session may tell to be read in a minute: more than anybody at the desk writes. */
const READS_PER_MINUTE = 60;

/** What the web channel is built from. */
export interface WebChannelParts {
  readonly sessions: WebSessions;
  readonly history: WebHistory;
  /** What the bot does with a turn. */
  readonly logic: WebLogic;
  /** Where browsers reach the page, as an origin; without it, where the request was sent to. */
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  /** A new id that can't be guessed; see `newSessionId`. */
  readonly newId: () => string;
  readonly every: Every;
  readonly log: Log;
  /** How long a message waits for its session and its turn together, in milliseconds; default 10,000. */
  readonly answerWithin?: number;
  /** Told of each refusal. */
  readonly onRefusal?: (why: WebRefusal) => void;
  /** Cases and their files; without it there are none, and what asks for them gets a 404. */
  readonly helpdesk?: WebHelpdesk;
}

/** The chat on the web page. Each answer is a promise that rejects only on a fault, such as of the storage. */
export interface WebChannel {
  /** Asked before anything of a request is read: how many seconds its address has to wait; 0 when it may come in. */
  wait(remoteAddress: string): number;
  /** For middleware and for `onTurnError`, and to write to people of one's own accord. */
  readonly adapter: WebAdapter;
  /**
   * Gives a session to a page that has none, or that of a case to a page with its secret: 204, 400, 403 to another site,
   * 409 with `{"case": …}` where another conversation is open, until the person has chosen, 410 when the secret is no
   * longer good, 429 with `Retry-After` to too many.
   */
  open(request: WebRequest): Promise<WebAnswer>;
  /**
   * Takes one message and runs its turn: 204, 400, 401 without a session, 403, 500 when the turn failed. To be sent
   * again under the same id: 429 with `Retry-After` when its turns come too fast, 503 when this one takes too long.
   */
  message(request: WebRequest): Promise<WebAnswer>;
  /**
   * Everything said after the event that the page has last seen: 200, 400, 401. To be asked for again, with
   * `Retry-After`: 429 when too many are open from its address, 503 when too many are open altogether.
   */
  events(request: WebRequest): Promise<WebAnswer>;
  /**
   * Whether the secret of a case opens anything, without opening it: 200, 410 when it is no longer good or never was, 429
   * with `Retry-After`.
   */
  lookAtLink(secret: string, remoteAddress: string): Promise<WebAnswer>;
  /** Makes a link to a case: 200 with `{"url": …}`, 400, 401, 403, 404, 429 with `Retry-After`. */
  link(request: WebRequest): Promise<WebAnswer>;
  /** Notes that an answer was read: 204, 400, 401, 403, 429 with `Retry-After`. */
  read(request: WebRequest): Promise<WebAnswer>;
  /**
   * Takes a file and runs its turn: 204, 400 when it broke off, 401, 403, 413, 415, 429 with `Retry-After`, 500 when it
   * may be sent again. 413 and 415 say why: `{"error": "type" | "empty" | "size"}`.
   */
  takeFile(request: WebUpload): Promise<WebAnswer>;
  /** Hands out a file of this session: 200 with its bytes, 401, 404. */
  giveFile(request: WebRequest, id: string): Promise<WebAnswer>;
  /** Another process may have written something for this session. */
  wake(session: string): void;
  /** How many pages are connected. */
  pages(): number;
  /** Ends all streams and waits for the turns that are running. */
  close(): Promise<void>;
}

/** Builds the web channel. */
export function createWebChannel(parts: WebChannelParts): WebChannel {
  const { clock, history, log } = parts;
  const streams = createEventStreams(parts);
  const adapter = new WebAdapter({ history, clock, wake: streams.wake });
  const cookie = sessionCookie(parts.publicUrl?.startsWith('https:') ?? false);
  const running = new Set<Promise<void>>();

  /** Turns that no request waits for; they are waited for at the end. */
  const runAside = (turn: Promise<void>) => {
    const owned = turn
      .catch((err: unknown) => log.error({ channel: 'web', err }, 'a turn failed'))
      .finally(() => running.delete(owned));
    running.add(owned);
  };
  const refuse = createRefuse(parts);
  const addresses = createAddressLimit(clock);
  const bounds = {
    limit: sessionLimit(clock),
    looks: sessionLimit(clock),
    links: minuteLimit(LINKS_PER_MINUTE, clock),
    reads: minuteLimit(READS_PER_MINUTE, clock),
    uploads: uploadLimit(clock),
  };
  const known = { ...parts, ...bounds, adapter, cookie, streams, runAside, refuse };

  return {
    adapter,
    wait(remoteAddress) {
      const wait = addresses.take(remoteAddress);
      if (wait > 0) refuse('address-too-fast', wait);
      return wait;
    },
    open: (request) => openSession(known, request),
    message: (request) => receiveMessage(known, request),
    events: (request) => openEvents(known, request),
    lookAtLink: (secret, remoteAddress) => lookAtLink(known, secret, remoteAddress),
    link: (request) => linkCase(known, request),
    read: (request) => noteRead(known, request),
    takeFile: (request) => takeFile(known, request),
    giveFile: (request, id) => giveFile(known, request, id),
    wake: streams.wake,
    pages: streams.count,
    async close() {
      streams.close();
      await Promise.all(running);
    },
  };
}
