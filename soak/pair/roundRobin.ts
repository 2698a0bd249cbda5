/** Several processes behind one address. */
export interface RoundRobin {
  /** Where the next request goes: each in its turn, but for those that are down; waits when all are. */
  next(): Promise<string>;
  /** Where one is now, or null when it is down. */
  set(number: number, origin: string | null): void;
}

/** Of so many processes, all down. */
export function createRoundRobin(count: number): RoundRobin {
  const origins: (string | null)[] = Array.from({ length: count }, () => null);
  const waiting = new Set<() => void>();
  let turn = 0;

  const take = (): string | null => {
    for (let tries = 0; tries < count; tries++) {
      const origin = origins[turn++ % count];
      if (origin) return origin;
    }
    return null;
  };

  return {
    async next() {
      for (;;) {
        const origin = take();
        if (origin !== null) return origin;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    set(number, origin) {
      origins[number] = origin;
      for (const look of waiting) look();
      waiting.clear();
    },
  };
}
