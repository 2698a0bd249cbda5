/** How old things are that work for a while only. */
export interface FakeSlackAges {
  /** Notes that it has been made now, and gives it. */
  begun(id: string): string;
  /** Whether it was made longer ago than that, in milliseconds; false where nobody has said when. */
  isOlder(id: string, than: number): boolean;
}

/** By this clock, which may stand still. */
export function fakeSlackAges(now: () => Date): FakeSlackAges {
  const made = new Map<string, number>();
  return {
    begun(id) {
      made.set(id, now().getTime());
      return id;
    },
    isOlder: (id, than) => now().getTime() - (made.get(id) ?? Number.POSITIVE_INFINITY) > than,
  };
}
