/** How long it took until every process answered again after something had ended. */
export interface Recovery {
  /** Something has ended by this moment. */
  ended(what: string): void;
  /** A process, by its number, has answered what was begun then. */
  answered(number: number, begunAt: number): void;
  /** Resolves once every process has answered something that was begun after all that has ended. */
  over(): Promise<void>;
  /** The longest, in milliseconds; infinitely long when a process has not answered since something of this ended. */
  longest(what: string): number;
}

interface Ending {
  readonly what: string;
  readonly at: number;
  /** Who has not answered since. */
  readonly silent: Set<number>;
}

/** Of so many processes, numbered from 0; nothing has ended yet. `now` in milliseconds. */
export function createRecovery(processes: number, now: () => number = () => performance.now()): Recovery {
  const open = new Set<Ending>();
  const waiting = new Set<() => void>();
  const longest = new Map<string, number>();

  const tellIfOver = () => {
    if (open.size > 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  return {
    ended(what) {
      open.add({ what, at: now(), silent: new Set(Array.from({ length: processes }, (_, number) => number)) });
    },
    answered(number, begunAt) {
      for (const ending of open) {
        const { what, at, silent } = ending;
        if (begunAt < at) continue;
        silent.delete(number);
        if (silent.size > 0) continue;
        open.delete(ending);
        longest.set(what, Math.max(longest.get(what) ?? 0, now() - at));
      }
      tellIfOver();
    },
    over: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        tellIfOver();
      }),
    longest(what) {
      const isOpen = [...open].some((ending) => ending.what === what);
      return isOpen ? Number.POSITIVE_INFINITY : (longest.get(what) ?? 0);
    },
  };
}
