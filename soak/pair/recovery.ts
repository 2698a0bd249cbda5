/** How long people were without an answer that counts after something was ended. */
export interface Recovery {
  /** Something is ended at this moment. */
  ended(what: string): void;
  /** A deed begun then has been answered, and has counted. */
  taken(begunAt: number): void;
  /** The longest, in milliseconds; of what was ended and never followed by an answer, infinitely long. */
  longest(what: string): number;
}

/** Nothing ended yet. `now` in milliseconds. */
export function createRecovery(now: () => number = () => performance.now()): Recovery {
  const open = new Map<number, string>();
  const longest = new Map<string, number>();
  return {
    ended: (what) => void open.set(now(), what),
    taken(begunAt) {
      for (const [at, what] of open) {
        if (begunAt < at) continue;
        open.delete(at);
        longest.set(what, Math.max(longest.get(what) ?? 0, now() - at));
      }
    },
    longest: (what) => ([...open.values()].includes(what) ? Number.POSITIVE_INFINITY : (longest.get(what) ?? 0)),
  };
}
