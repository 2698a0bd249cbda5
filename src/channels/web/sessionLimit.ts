import { addressKey } from './addressKey.ts';

/** How many sessions one address may open in a minute: an office behind one address, not a program. */
const PER_MINUTE = 30;
const MINUTE = 60_000;

/** Counts new sessions. */
export interface SessionLimit {
  /** Takes one for this address: 0 when it may, else the seconds to wait. */
  take(address: string): number;
}

/** Allows 30 new sessions a minute to each address. Keeps only the addresses of the current minute. */
export function sessionLimit(clock: () => Date): SessionLimit {
  let startedAt = Number.NEGATIVE_INFINITY;
  let taken = new Map<string, number>();
  return {
    take(address) {
      const now = clock().getTime();
      // A clock that was set back begins anew rather than shutting everybody out.
      if (now - startedAt >= MINUTE || now < startedAt) {
        startedAt = now;
        taken = new Map();
      }
      const key = addressKey(address);
      const count = taken.get(key) ?? 0;
      if (count >= PER_MINUTE) return Math.ceil((startedAt + MINUTE - now) / 1000);
      taken.set(key, count + 1);
      return 0;
    },
  };
}
