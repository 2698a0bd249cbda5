/** Whose, at the most: at 4,000 characters each some 8 MB. */
const KEPT = 1_000;

/**
 * What people typed before it was masked, in the memory of this process alone, so that they can have it back while
 * they look at it. Nothing of it is ever stored.
 */
export interface Unmasked {
  keep(conversation: string, text: string): void;
  /** Null when this process never had it, or has forgotten it. */
  get(conversation: string): string | null;
  drop(conversation: string): void;
}

/** Remembers the last 1,000, one a conversation; the oldest goes first. */
export function createUnmasked(limit: number = KEPT): Unmasked {
  const texts = new Map<string, string>();
  return {
    keep(conversation, text) {
      texts.delete(conversation);
      texts.set(conversation, text);
      const [oldest] = texts.keys();
      if (texts.size > limit && oldest !== undefined) texts.delete(oldest);
    },
    get: (conversation) => texts.get(conversation) ?? null,
    drop: (conversation) => void texts.delete(conversation),
  };
}
