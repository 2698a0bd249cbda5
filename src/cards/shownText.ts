import { clampText } from './clampText.ts';
import { cleanText } from './cleanText.ts';
import type { RichText, Span } from './model.ts';

/** Stands for a text with nothing to see in it: channels refuse an empty one. */
const NOTHING = '–';

const LINE_ENDS = /[\r\n\u0085\u2028\u2029]+/;

/** A text as a channel may show it: cleaned, at most `limit` characters, never blank. */
export function shownText(text: string, limit: number): string {
  const cleaned = cleanText(text);
  return cleaned.trim() === '' ? NOTHING : clampText(cleaned, limit);
}

/** The same in one line: a space for each line end and the white space around it. */
export function shownLine(text: string, limit: number): string {
  const [first = '', ...others] = text.split(LINE_ENDS);
  const last = others.pop();
  if (last === undefined) return shownText(text, limit);
  const between = others.map((line) => line.trim()).filter((line) => line !== '');
  return shownText([first.trimEnd(), ...between, last.trimStart()].join(' '), limit);
}

/** The same for text in several styles: `limit` counts all of it, empty spans are left out. */
export function shownRich(text: RichText, limit: number): RichText {
  const shown: Span[] = [];
  let room = limit;
  for (const span of text) {
    const cleaned = cleanText(span.text);
    if (cleaned === '' || room === 0) continue;
    const clamped = clampText(cleaned, room);
    shown.push({ ...span, text: clamped });
    room = clamped === cleaned ? room - cleaned.length : 0;
  }
  return shown.some((span) => span.text.trim() !== '') ? shown : [{ text: NOTHING }];
}

/** A text as a field holds it at first: cleaned and at most `limit` characters; undefined where there is nothing to see. */
export function heldText(text: string | undefined, limit: number): string | undefined {
  const cleaned = cleanText(text ?? '');
  return cleaned.trim() === '' ? undefined : clampText(cleaned, limit);
}
