import type { Log } from '../../log.ts';
import { createRefusals, type Refuse } from '../refusals.ts';
import { FILE_STATUSES, type FileRefusal } from '../refuseFile.ts';

/** Why a request of the desk page was refused, for the log and the figures; the page gets a bare status. */
export type DeskRefusal =
  | 'foreign-origin'
  | 'no-session'
  /** The token that only our own page knows is missing or wrong. */
  | 'no-csrf-token'
  | 'wrong-token'
  /** A link of ours to a case that its desk doesn't have any more. */
  | 'link-over'
  | 'too-many-tries'
  | 'malformed'
  | 'not-found'
  | 'address-too-fast'
  | 'too-many-pages'
  | 'too-many-files'
  | FileRefusal;

/** Refuses a request; `retryAfter` is in seconds. */
export type RefuseAtDesk = Refuse<DeskRefusal>;

/** What refusing takes. */
export interface RefuseAtDeskParts {
  readonly log: Log;
  /** Told of each refusal. */
  readonly onRefusal?: ((why: DeskRefusal) => void) | undefined;
}

const STATUS: Readonly<Record<DeskRefusal, number>> = {
  'foreign-origin': 403,
  'no-session': 401,
  'no-csrf-token': 403,
  'wrong-token': 401,
  'link-over': 410,
  'too-many-tries': 429,
  malformed: 400,
  'not-found': 404,
  'address-too-fast': 429,
  'too-many-pages': 503,
  'too-many-files': 429,
  ...FILE_STATUSES,
};

/** Refusals that are answered, logged and counted alike. */
export function createRefuseAtDesk(parts: RefuseAtDeskParts): RefuseAtDesk {
  return createRefusals({ ...parts, channel: 'desk', statuses: STATUS });
}
