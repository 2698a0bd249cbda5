import type { Log } from '../../log.ts';
import { createRefusals, type Refuse as RefuseFor } from '../refusals.ts';
import { FILE_STATUSES, type FileRefusal } from '../refuseFile.ts';

/** Why a request of the page was refused, for the log and the figures; the page gets a bare status. */
export type WebRefusal =
  | 'foreign-origin'
  | 'no-session'
  | 'malformed'
  | 'not-found'
  | 'too-fast'
  | 'address-too-fast'
  | 'too-many-sessions'
  | 'address-too-many-pages'
  | 'too-many-pages'
  /** A link to a case that was never given out, or is over. */
  | 'link-over'
  | 'too-many-links'
  | 'too-many-reads'
  | 'too-many-files'
  | FileRefusal;

/** Refuses a request; `retryAfter` is in seconds. */
export type Refuse = RefuseFor<WebRefusal>;

/** What refusing takes. */
export interface RefuseParts {
  readonly log: Log;
  /** Told of each refusal. */
  readonly onRefusal?: ((why: WebRefusal) => void) | undefined;
}

const STATUS: Readonly<Record<WebRefusal, number>> = {
  'foreign-origin': 403,
  'no-session': 401,
  malformed: 400,
  'not-found': 404,
  'too-fast': 429,
  'address-too-fast': 429,
  'too-many-sessions': 429,
  'address-too-many-pages': 429,
  'too-many-pages': 503,
  'link-over': 410,
  'too-many-links': 429,
  'too-many-reads': 429,
  'too-many-files': 429,
  ...FILE_STATUSES,
};

/** Refusals that are answered, logged and counted alike. */
export function createRefuse(parts: RefuseParts): Refuse {
  return createRefusals({ ...parts, channel: 'web', statuses: STATUS });
}
