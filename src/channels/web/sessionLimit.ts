import { addressKey } from './addressKey.ts';

/** How many sessions one address may open in a minute: an office behind one address, not a program. */
const PER_MINUTE = 30;
const MINUTE = 60_000;

/** Counts new sessions. */
export interface SessionLimit {
  /** Takes one for this address: 0 when it may, else the seconds to wait. */
  take(address: string): number;
}

/** Allows 30 new sessions to each address in any minute. Keeps only addresses that opened one in the last two. */
export function sessionLimit(clock: () => Date): SessionLimit {
  const opened = new Map<string, readonly number[]>();
  let sweptAt = Number.NEGATIVE_INFINITY;

  // A clock that was set back begins anew rather than shutting everybody out.
  const recent = (times: readonly number[], now: number) => times.filter((at) => at <= now && now - at < MINUTE);
  const sweep = (now: number): void => {
    if (now - sweptAt < MINUTE && now >= sweptAt) return;
    sweptAt = now;
    for (const [key, times] of opened) if (recent(times, now).length === 0) opened.delete(key);
  };

  return {
    take(address) {
      const now = clock().getTime();
      sweep(now);
      const key = addressKey(address);
      const times = recent(opened.get(key) ?? [], now);
      const [oldest = now] = times;
      if (times.length >= PER_MINUTE) return Math.ceil((oldest + MINUTE - now) / 1000);
      opened.set(key, [...times, now]);
      return 0;
    },
  };
}
