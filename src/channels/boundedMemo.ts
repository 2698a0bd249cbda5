/** Gives what was made for a key, or makes it. */
export type BoundedMemo<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/** Remembers what was made for the last `limit` new keys. What failed to be made is not remembered. */
export function boundedMemo<T>(limit: number): BoundedMemo<T> {
  const made = new Map<string, Promise<T>>();
  return (key, make) => {
    const known = made.get(key);
    if (known) return known;
    const making = make();
    made.set(key, making);
    for (const oldest of made.keys()) {
      if (made.size <= limit) break;
      made.delete(oldest);
    }
    making.catch(() => made.delete(key));
    return making;
  };
}
