/** What a text was written for. */
export type MarkKind = 'sent' | 'said' | 'reply' | 'note';

/** Words by which a text is found again, wherever it comes: each once, of one length, none the beginning of another. */
export interface Marks {
  next(kind: MarkKind): string;
}

const LETTERS: Readonly<Record<MarkKind, string>> = { sent: 's', said: 'y', reply: 'r', note: 'n' };
const MARK = /mark[syrn]\d{6}/g;

/** None given out yet. */
export function createMarks(): Marks {
  let given = 0;
  return { next: (kind) => `mark${LETTERS[kind]}${String(++given).padStart(6, '0')}` };
}

/** Every mark in a text, each once. */
export function marksIn(text: string): readonly string[] {
  return [...new Set(text.match(MARK))];
}

/** Those of one kind. */
export function marksOf(kind: MarkKind, marks: readonly string[]): readonly string[] {
  return marks.filter((mark) => mark.startsWith(`mark${LETTERS[kind]}`));
}
