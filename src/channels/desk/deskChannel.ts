import type { Log } from '../../log.ts';
import { createAddressLimit } from '../addressLimit.ts';
import type { Every } from '../every.ts';
import type { FileSink, FileSource } from '../filePorts.ts';
import { minuteLimit } from '../minuteLimit.ts';
import type { PageAnswer } from '../pageAnswer.ts';
import { secretCookie } from '../secretCookie.ts';
import { uploadLimit } from '../uploadLimit.ts';
import { actOnDesk } from './actOnDesk.ts';
import { createDeskEvents } from './deskEvents.ts';
import { giveDeskFile, takeDeskFile } from './deskFiles.ts';
import type { DeskPort } from './deskPort.ts';
import type { DeskRequest, DeskUpload } from './deskRequest.ts';
import type { DeskSessions } from './deskSessions.ts';
import { createDeskTokens } from './deskTokens.ts';
import { leaveDesk } from './leaveDesk.ts';
import { DESK_SESSION_LASTS, openDesk } from './openDesk.ts';
import { openDeskEvents } from './openDeskEvents.ts';
import { listCases, showCase, showSession } from './readDesk.ts';
import { createRefuseAtDesk, type DeskRefusal } from './refuseAtDesk.ts';
import type { CaseLinkSigner } from './signCaseLink.ts';

/** Tries to get in that one address has in a minute. */
const TRIES_PER_MINUTE = 10;

/** What the desk page's channel is built from. */
export interface DeskChannelParts {
  readonly port: DeskPort;
  readonly sessions: DeskSessions;
  readonly files: FileSink & FileSource;
  /** Whose case it is, as people are written; null where there is none. */
  readonly personOf: (caseId: string) => Promise<string | null>;
  /** The token that is configured; null where none is. */
  readonly token: string | null;
  /** A token that lets one person in, once; null where there is none. */
  readonly startToken: string | null;
  /** Reads signed links to one case; see `createCaseLinkSigner`. */
  readonly links: Pick<CaseLinkSigner, 'verify'>;
  /** Where browsers reach the page, as an origin; without it, where the request was sent to. */
  readonly publicUrl: string | undefined;
  readonly clock: () => Date;
  /** A new id that can't be guessed: 22 characters of base64url. */
  readonly newId: () => string;
  readonly every: Every;
  readonly log: Log;
  /** Told of each refusal. */
  readonly onRefusal?: (why: DeskRefusal) => void;
}

/**
 * The page of the desk. Each answer is a promise that rejects only on a fault, such as of the storage. What reads
 * answers 401 without a session; what changes something 403 too, to another site and without the session's token.
 */
export interface DeskChannel {
  /** Asked before anything of a request is read: how many seconds its address has to wait; 0 when it may come in. */
  wait(remoteAddress: string): number;
  /**
   * Lets somebody in: 200 with who they are, 400, 401, 403, 410 by a link to a case that isn't its desk's any more, 429
   * with `Retry-After`.
   */
  open(request: DeskRequest): Promise<PageAnswer>;
  /** Who is signed in: 200. */
  me(request: DeskRequest): Promise<PageAnswer>;
  /** Signs out: 204. */
  leave(request: DeskRequest): Promise<PageAnswer>;
  /** The list: 200, 400. */
  cases(request: DeskRequest): Promise<PageAnswer>;
  /** One case: 200, 404. */
  case(request: DeskRequest): Promise<PageAnswer>;
  /** Does something: 200 with what to show, 400, 404. */
  act(request: DeskRequest): Promise<PageAnswer>;
  /** The stream of what changes: 200, 503 with `Retry-After`. */
  events(request: DeskRequest): Promise<PageAnswer>;
  /** Hands out a file: 200, 404. */
  giveFile(request: DeskRequest): Promise<PageAnswer>;
  /** Takes a file and sends it: 200 with what to show, 400, 404, 413, 415, 429 with `Retry-After`. */
  takeFile(request: DeskUpload): Promise<PageAnswer>;
  /** Something may have changed. */
  wake(): void;
  /** How many pages are connected. */
  pages(): number;
  /** Ends all streams. */
  close(): Promise<void>;
}

/** Builds the desk page's channel. */
export function createDeskChannel(parts: DeskChannelParts): DeskChannel {
  const { clock, sessions, publicUrl } = parts;
  const refuse = createRefuseAtDesk(parts);
  const secure = publicUrl?.startsWith('https:') ?? false;
  const isOpen = async (hash: string) => (await sessions.get(hash, clock())) !== null;
  const events = createDeskEvents({ ...parts, isOpen });
  const addresses = createAddressLimit(clock);
  const known = {
    ...parts,
    refuse,
    events,
    cookie: secretCookie({ name: 'unstuck-desk', maxAge: DESK_SESSION_LASTS / 1000, secure }),
    tokens: createDeskTokens(parts.token, parts.startToken),
    tries: minuteLimit(TRIES_PER_MINUTE, clock),
    uploads: uploadLimit(clock),
  };
  return {
    wait(remoteAddress) {
      const wait = addresses.take(remoteAddress);
      if (wait > 0) refuse('address-too-fast', wait);
      return wait;
    },
    open: (request) => openDesk(known, request),
    me: (request) => showSession(known, request),
    leave: (request) => leaveDesk(known, request),
    cases: (request) => listCases(known, request),
    case: (request) => showCase(known, request),
    act: (request) => actOnDesk(known, request),
    events: (request) => openDeskEvents(known, request),
    giveFile: (request) => giveDeskFile(known, request),
    takeFile: (request) => takeDeskFile(known, request),
    wake: events.wake,
    pages: events.count,
    close: async () => events.close(),
  };
}
