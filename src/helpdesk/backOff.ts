/** How long to wait before trying again. */
export interface BackOff {
  /** The ceiling of the first wait, in milliseconds; each further one is twice as high. */
  readonly baseMs: number;
  /** The ceiling of ceilings, in milliseconds. */
  readonly capMs: number;
}

/**
 * A second, since most refusals of Teams and Slack pass within one; 30, so that what waits is tried again within a
 * minute of the end of a fault, however long that was, even where an attempt hangs for all of its 30 seconds first.
 */
export const BACK_OFF: BackOff = { baseMs: 1_000, capMs: 30_000 };

/** No receiver is believed that asks for more: nothing here is of use to anybody a day later. */
const LONGEST_ASKED = 24 * 60 * 60_000;

/** What a wait depends on. */
export interface Setback {
  /** The number of the failure, from 1. */
  readonly failure: number;
  /** What the receiver asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Milliseconds until the next attempt: what the receiver asked for and, on top of it, anything from nothing to the
 * ceiling. That is "full jitter" (M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015): rows that
 * failed together don't come back together. `random` gives numbers from 0 up to 1.
 */
export function backOff({ failure, retryAfterMs = 0 }: Setback, random: () => number, by: BackOff = BACK_OFF): number {
  const ceiling = Math.min(by.capMs, by.baseMs * 2 ** (failure - 1));
  const asked = Number.isFinite(retryAfterMs) ? Math.min(Math.max(0, retryAfterMs), LONGEST_ASKED) : 0;
  return Math.ceil(asked + random() * ceiling);
}
