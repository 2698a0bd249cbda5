import { promises as timers } from 'node:timers';
import { AppError } from '../errors.ts';

/** Tries while the database is taken: pauses of 1, 2, 4 … 50 ms, together about five seconds. */
const TRIES = 105;
const LONGEST_PAUSE_MS = 50;

/**
 * Does `work` on the database, again while another process or connection is writing. The waiting is done here and not
 * by SQLite's own busy time-out, which would stand the whole process still, the one being waited for included.
 * Work that is tried again must have written nothing. Throws `storage-failed` with what was attempted, as in
 * "couldn't <aim>", and the database's error as its cause.
 */
export async function attempt<T>(
  aim: string,
  work: () => Promise<T>,
  pause: (ms: number) => Promise<unknown> = timers.setTimeout,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (!isBusy(error) || tries === TRIES) {
        throw new AppError('storage-failed', `couldn't ${aim}`, { cause: error });
      }
    }
    await pause(Math.min(2 ** (tries - 1), LONGEST_PAUSE_MS));
  }
}

/** `SQLITE_BUSY` has kinds: taken, taken since the transaction began to read, being recovered. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
