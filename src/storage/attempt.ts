import { promises as timers } from 'node:timers';
import { AppError } from '../errors.ts';
import { type PassingFault, passingFault } from './passingFault.ts';

/** How long to go on, and how the pauses grow: each is twice the one before. */
interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
  /** No try begins later than this after the first. */
  readonly limitMs: number;
}

/**
 * Others write for milliseconds. A database is back within seconds of a restart; a turn is answered after ten, whatever
 * has come of it.
 */
const PATIENCE: Readonly<Record<PassingFault, Patience>> = {
  contended: { firstMs: 1, longestMs: 50, limitMs: 5_000 },
  unreachable: { firstMs: 50, longestMs: 1_000, limitMs: 8_000 },
};

/** Waiting, and the time in milliseconds by which it is measured. */
export interface AttemptTime {
  pause(ms: number): Promise<unknown>;
  now(): number;
}

const realTime: AttemptTime = { pause: timers.setTimeout, now: () => performance.now() };

/**
 * Does `work` on the database, again while another process or connection is writing (up to five seconds) or while the
 * database can't be reached (up to eight). The waiting is done here and not by SQLite's own busy time-out, which would
 * stand the whole process still, the one being waited for included.
 *
 * Work that is tried again has written nothing, but for one case: where the connection broke before the answer to a
 * commit, it may have written all. So work must bear being done twice, as a turn does: its second commit is a conflict.
 * Throws `storage-failed` with what was attempted, as in "couldn't <aim>", and the database's error as its cause.
 */
export async function attempt<T>(aim: string, work: () => Promise<T>, time: AttemptTime = realTime): Promise<T> {
  const startedAt = time.now();
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) throw error;
      const pauseMs = nextPause(error, { tries, spentMs: time.now() - startedAt });
      if (pauseMs === null) throw new AppError('storage-failed', `couldn't ${aim}`, { cause: error });
      await time.pause(pauseMs);
    }
  }
}

/** Null when there is nothing to wait for, or no time left. */
function nextPause(error: unknown, { tries, spentMs }: { tries: number; spentMs: number }): number | null {
  const fault = passingFault(error);
  if (fault === null) return null;
  const { firstMs, longestMs, limitMs } = PATIENCE[fault];
  const pauseMs = Math.min(firstMs * 2 ** (tries - 1), longestMs);
  return spentMs + pauseMs > limitMs ? null : pauseMs;
}
