import type { Log } from '../../log.ts';
import { webAnswer } from './webAnswer.ts';
import type { WebAnswer } from './webRequest.ts';

/** Why a request of the page was refused, for the log and the figures; the page gets a bare status. */
export type WebRefusal =
  | 'foreign-origin'
  | 'no-session'
  | 'malformed'
  | 'too-fast'
  | 'address-too-fast'
  | 'too-many-sessions'
  | 'address-too-many-pages'
  | 'too-many-pages';

/** Refuses a request; `retryAfter` is in seconds. */
export type Refuse = (why: WebRefusal, retryAfter?: number) => WebAnswer;

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
  'too-fast': 429,
  'address-too-fast': 429,
  'too-many-sessions': 429,
  'address-too-many-pages': 429,
  'too-many-pages': 503,
};

/** Refusals that are answered, logged and counted alike. */
export function createRefuse({ log, onRefusal = () => undefined }: RefuseParts): Refuse {
  return (why, retryAfter) => {
    const status = STATUS[why];
    log.warn({ channel: 'web', code: why, status }, 'request refused');
    onRefusal(why);
    return webAnswer(status, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) });
  };
}
