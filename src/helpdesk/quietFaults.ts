import { asCoded } from '../errors.ts';
import type { Log } from '../log.ts';

/** A fault that lasts is told once in so many milliseconds. */
const QUIET_MS = 60_000;

/** Tells of faults of the outbox's storage without filling the log with them. */
export interface QuietFaults {
  tell(fault: unknown): void;
  /** The storage has answered: the next fault is told at once. */
  over(): void;
}

/** Nothing has been told yet. */
export function createQuietFaults({ log, now }: { readonly log: Log; readonly now: () => Date }): QuietFaults {
  let toldAt: number | null = null;

  return {
    tell(fault) {
      const at = now().getTime();
      if (toldAt !== null && at - toldAt < QUIET_MS) return;
      toldAt = at;
      log.error({ code: asCoded(fault).code, err: fault }, 'the outbox’s storage has failed; it is tried again');
    },
    over() {
      if (toldAt !== null) log.info({}, 'the outbox’s storage answers again');
      toldAt = null;
    },
  };
}
