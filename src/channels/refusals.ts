import type { Log } from '../log.ts';
import { type PageAnswer, pageAnswer } from './pageAnswer.ts';

/** Refuses a request; `retryAfter` is in seconds. */
export type Refuse<Why> = (why: Why, retryAfter?: number) => PageAnswer;

/** What refusing takes. */
export interface RefusalParts<Why extends string> {
  /** The channel's name in the log. */
  readonly channel: string;
  readonly statuses: Readonly<Record<Why, number>>;
  readonly log: Log;
  /** Told of each refusal. */
  readonly onRefusal?: ((why: Why) => void) | undefined;
}

/** Refusals of a page's requests, which are answered, logged and counted alike. */
export function createRefusals<Why extends string>(parts: RefusalParts<Why>): Refuse<Why> {
  const { channel, statuses, log, onRefusal = () => undefined } = parts;
  return (why, retryAfter) => {
    const status = statuses[why];
    log.warn({ channel, code: why, status }, 'request refused');
    onRefusal(why);
    return pageAnswer(status, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) });
  };
}
