/** Queues of work, one for each key. */
export interface Lanes {
  /**
   * Does the work once all earlier work of the same key is over, beside that of other keys. Settles as the work does;
   * work that fails holds up nothing behind it.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves once no lane has anything left to do, what was added meanwhile included. Never rejects. */
  drain(): Promise<void>;
  /** How many lanes have work. A lane that is empty takes no memory. */
  readonly size: number;
}

/** Lanes without any work, in the memory of this process. */
export function createLanes(): Lanes {
  /** By key: settles, without a failure, when the last work of the lane is over. */
  const ends = new Map<string, Promise<void>>();

  return {
    run(key, work) {
      const before = ends.get(key) ?? Promise.resolve();
      const result = before.then(work);
      const end = settled(result).then(() => {
        if (ends.get(key) === end) ends.delete(key);
      });
      ends.set(key, end);
      return result;
    },
    async drain() {
      while (ends.size > 0) await Promise.all(ends.values());
    },
    get size() {
      return ends.size;
    },
  };
}

async function settled(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}
