import type { HandedIn } from './hand.ts';
import type { MarkKind } from './marks.ts';

/** Something that somebody wrote, and that was answered with 2xx. */
export interface Written extends HandedIn {
  readonly kind: MarkKind;
  readonly mark: string;
  /** Whom it was written by, as flaws name them. */
  readonly by: string;
  /** The case that it was written to; '' for one that was sent by it. */
  readonly case: string;
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
