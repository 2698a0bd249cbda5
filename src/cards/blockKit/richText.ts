import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { linkAddress } from '../linkAddress.ts';
import type { RichText, Span } from '../model.ts';
import { shownRich } from '../shownText.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';

/**
 * As much as a section may be long, up to the last white space where there is one; never half an emoji. An emoji can take
 * two of the 3,000 characters of `LIMITS.text`, so that it is half as many.
 */
const PIECE = /[\s\S]{1,1499}(?:\s|$)|[\s\S]{1,1500}/gu;

/** A paragraph; a long one goes on in a further section of it. */
export function richTextBlock(text: RichText, { paragraphLimit }: Pen): RichTextBlock {
  const shown = shownRich(text, paragraphLimit);
  const elements = inSections(shown).map((part) => ({
    type: 'rich_text_section' as const,
    elements: part.map(element),
  }));
  return { type: 'rich_text', elements };
}

/** One line of rich text: nothing in it is markup or a mention. */
export function section(text: RichText, { textLimit }: Pen): RichTextSection {
  return { type: 'rich_text_section', elements: shownRich(text, textLimit).map(element) };
}

/** The same in parts that are no longer than a section may be, broken behind a white space where there is one. */
function inSections(text: RichText): RichText[] {
  const parts: Span[][] = [];
  let room = 0;
  for (const span of text.flatMap(inPieces)) {
    if (span.text.length > room) {
      parts.push([]);
      room = LIMITS.text;
    }
    parts.at(-1)?.push(span);
    room -= span.text.length;
  }
  return parts;
}

function inPieces(span: Span): Span[] {
  if (span.text.length <= LIMITS.text) return [span];
  const pieces = span.text.match(PIECE) ?? [];
  return pieces.map((text) => ({ ...span, text }));
}

function element({ text, style, href }: Span): RichTextElement {
  const look = style === undefined ? {} : { style: style === 'strong' ? { bold: true } : { code: true } };
  // An address too long for Slack is left out; its words stay.
  if (href === undefined || href.length > LIMITS.url) return { type: 'text', text, ...look };
  return { type: 'link', url: linkAddress(href), text, ...look };
}
