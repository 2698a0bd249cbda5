import type { Span, SpannedText } from './spansText.ts';

/** What stands at a place of a text where a secret may. */
export interface FoundValue {
  /** Without quotes and the sentence's punctuation. */
  readonly span: Span;
  /** Its first characters, as many as are needed to tell; without the spaces between groups of digits. */
  readonly head: string;
  readonly length: number;
  readonly isQuoted: boolean;
  /** It has several words. */
  readonly isPhrase: boolean;
  /** What comes after it, some characters. */
  readonly after: string;
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  "'": "'",
  '‘': '’',
  '`': '`',
  '«': '»',
};
const OPENING = /^[([{<*]{1,2}/;
/** Begins where a run of these does, so that a long run in the middle is looked at once. */
const TRAILING = /(?<![.,;:)\]}>"'”’»*`])[.,;:)\]}>"'”’»*`]+$/;

/** Where a value of a connection string or a query ends. */
const NEXT_FIELD = /[;&](?=\w{1,40}=)/;

/** Four words or more, none as short as those of a sentence, up to the end of the line or of the sentence. */
const PHRASE = /^\p{L}{3,20}(?:[ -]\p{L}{3,20}){3,7}(?=[^\S\n]{0,5}(?:[.,;\n]|$))/u;

/** One number in groups of as many digits each: "123 456". */
const GROUPS = /^(?:\d\d(?:[^\S\n]\d\d){1,3}|\d{3}(?:[^\S\n]\d{3}){1,3}|\d{4}(?:[^\S\n]\d{4}){1,3})(?![\p{L}\p{N}])/u;

/** How far one look goes, in characters: for a value in quotes or a phrase; to tell what one is; for what comes after. */
const WINDOW = 200;
const HEAD = 64;
const AFTER = 48;

/** Finds where a value ends that begins at `start`, or after quotes or brackets there. */
export function secretAt(text: SpannedText, start: number, mayBePhrase: boolean): FoundValue {
  const from = start + (OPENING.exec(text.window(start, 2))?.[0].length ?? 0);
  const window = text.window(from, WINDOW);
  const quoted = quotedAt(window);
  const phrase = mayBePhrase ? (PHRASE.exec(window)?.[0].length ?? 0) : 0;
  const groups = GROUPS.exec(window)?.[0].length ?? 0;
  const span = spanAt(text, from, { quoted, together: Math.max(phrase, groups) });
  const head = text.window(span.from, Math.min(HEAD, span.to - span.from));
  return {
    span,
    head: /^[\d\s]+$/.test(head) ? head.replace(/\s/g, '') : head,
    length: span.to - span.from,
    isQuoted: quoted !== null,
    isPhrase: phrase > 0,
    after: text.window(span.to, AFTER),
  };
}

function spanAt(
  text: SpannedText,
  from: number,
  { quoted, together }: { readonly quoted: number | null; readonly together: number },
): Span {
  if (quoted !== null) return { from: from + 1, to: from + 1 + quoted };
  return together > 0 ? { from, to: from + together } : runAt(text, from);
}

/** How long what is in quotes is, on one line; null for what isn't. */
function quotedAt(window: string): number | null {
  const closing = CLOSING[window.charAt(0)];
  if (closing === undefined) return null;
  const end = window.indexOf(closing, 1);
  return end < 1 || window.slice(0, end).includes('\n') ? null : end - 1;
}

function runAt(text: SpannedText, from: number): Span {
  const end = text.endOfRun(from);
  const next = NEXT_FIELD.exec(text.window(from, WINDOW))?.index;
  const to = next === undefined ? end : Math.min(end, from + next);
  // Punctuation at the end is looked for in a window of its own, so that a run of nothing else is no matter.
  const tail = text.window(Math.max(from, to - HEAD), to - Math.max(from, to - HEAD));
  return { from, to: to - (TRAILING.exec(tail)?.[0].length ?? 0) };
}
