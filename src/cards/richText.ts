import { cleanText } from './cleanText.ts';
import type { RichText, Span } from './model.ts';

/** `**strong**` or `code` in backticks. */
const MARKUP = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`/g;

/**
 * Reads a text of ours (a pack's, the catalogue's) with `**strong**` and `` `code` ``.
 * There is no nesting and no other markup; a marker without its partner stays as it is.
 */
export function rich(markup: string): RichText {
  const spans: Span[] = [];
  let end = 0;
  for (const found of markup.matchAll(MARKUP)) {
    const { strong, code } = found.groups ?? {};
    spans.push({ text: markup.slice(end, found.index) });
    spans.push(strong === undefined ? { text: code ?? '', style: 'code' } : { text: strong, style: 'strong' });
    end = found.index + found[0].length;
  }
  spans.push({ text: markup.slice(end) });
  return spans.filter((span) => span.text !== '');
}

/** A text that a person typed, in one span: nothing in it is markup, and nothing in it can hide or turn around the rest. */
export function plain(text: string): RichText {
  return [{ text: cleanText(text) }];
}

/** The words alone. Where a link's address isn't its text, it follows in brackets. */
export function toPlain(text: RichText): string {
  return text
    .map((span) => (span.href && span.href !== span.text ? `${span.text} (${span.href})` : span.text))
    .join('');
}
