const MINUTE = 60_000;

/** Counts what each of many does. */
export interface MinuteLimit {
  /** Takes one for this key: 0 when it may, else the whole seconds to wait. */
  take(key: string): number;
}

/** Allows each key so many in any minute. Keeps only keys that took one in the last two. */
export function minuteLimit(perMinute: number, clock: () => Date): MinuteLimit {
  const taken = new Map<string, readonly number[]>();
  let sweptAt = Number.NEGATIVE_INFINITY;

  // A clock that was set back begins anew rather than shutting everybody out.
  const recent = (times: readonly number[], now: number) => times.filter((at) => at <= now && now - at < MINUTE);
  const sweep = (now: number): void => {
    if (now - sweptAt < MINUTE && now >= sweptAt) return;
    sweptAt = now;
    for (const [key, times] of taken) if (recent(times, now).length === 0) taken.delete(key);
  };

  return {
    take(key) {
      const now = clock().getTime();
      sweep(now);
      const times = recent(taken.get(key) ?? [], now);
      const [oldest = now] = times;
      if (times.length >= perMinute) return Math.ceil((oldest + MINUTE - now) / 1000);
      taken.set(key, [...times, now]);
      return 0;
    },
  };
}
