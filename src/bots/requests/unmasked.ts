/** Of how many people, at the most: at 4,000 characters each some 8 MB. */
const KEPT = 1_000;

/** Most of one person's that is remembered, in characters: as long as a text may be. */
const LENGTH = 4_000;

/** A secret that was masked. */
export interface Secret {
  /** In which text of the hand-over it stood. */
  readonly part: 'text' | 'chat';
  /** What stands right before its mask, by which its place is found again in a text that has changed since. */
  readonly before: string;
  readonly value: string;
}

/**
 * What was masked in what people typed, in the memory of this process alone, so that they can have it back while they
 * look at it. Nothing of it is ever stored.
 */
export interface Unmasked {
  /** In place of what was kept of theirs before; the oldest is forgotten where it is too much. */
  keep(conversation: string, secrets: readonly Secret[]): void;
  /** In the order in which they were masked; none where this process never had them, or has forgotten them. */
  get(conversation: string): readonly Secret[];
  drop(conversation: string): void;
}

/** Remembers those of the last 1,000 conversations; the oldest goes first. */
export function createUnmasked(limit: number = KEPT): Unmasked {
  const secrets = new Map<string, readonly Secret[]>();
  return {
    keep(conversation, all) {
      secrets.delete(conversation);
      secrets.set(conversation, newest(all));
      const [oldest] = secrets.keys();
      if (secrets.size > limit && oldest !== undefined) secrets.delete(oldest);
    },
    get: (conversation) => secrets.get(conversation) ?? [],
    drop: (conversation) => void secrets.delete(conversation),
  };
}

function newest(all: readonly Secret[]): readonly Secret[] {
  let room = LENGTH;
  const first = all.findLastIndex(({ value }) => {
    room -= value.length;
    return room < 0;
  });
  return all.slice(first + 1);
}
