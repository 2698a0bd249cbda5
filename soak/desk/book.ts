import type { MarkKind } from './marks.ts';

/** Something that somebody wrote, and that was answered with 2xx. */
export interface Written {
  readonly kind: MarkKind;
  readonly mark: string;
  /** Whom it was written by, as flaws name them. */
  readonly by: string;
  /** When it was handed in, and when the first of its deliveries was answered, in milliseconds since 1970. */
  readonly began: number;
  readonly at: number;
  /** The case that it was written to; '' for one that was sent by it. */
  readonly case: string;
  /** The messages that brought it; whatever the bot says of them names them. Empty for a page. */
  readonly messages: readonly string[];
  /** What the page said of it; null elsewhere. */
  readonly said: string | null;
  /** The card of a case under which it was typed; null for what wasn’t typed in a channel. */
  readonly thread: string | null;
}

/** What was written by everybody. */
export interface Book {
  add(written: Written): void;
  of(kind: MarkKind): readonly Written[];
}

/** An empty one. */
export function createBook(): Book {
  const all = new Map<MarkKind, Written[]>();
  const of = (kind: MarkKind): Written[] => {
    const known = all.get(kind) ?? [];
    all.set(kind, known);
    return known;
  };
  return { add: (written) => void of(written.kind).push(written), of };
}
