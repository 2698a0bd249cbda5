import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { linkAddress } from '../linkAddress.ts';
import type { RichText, Span } from '../model.ts';
import { shownRich } from '../shownText.ts';
import { LIMITS } from './limits.ts';
import type { Pen } from './pen.ts';

/** A paragraph. */
export function richTextBlock(text: RichText, pen: Pen): RichTextBlock {
  return { type: 'rich_text', elements: [section(text, pen)] };
}

/** One line of rich text: nothing in it is markup or a mention. */
export function section(text: RichText, { textLimit }: Pen): RichTextSection {
  const shown = shownRich(text, Math.min(textLimit, LIMITS.text));
  return { type: 'rich_text_section', elements: shown.map(element) };
}

function element({ text, style, href }: Span): RichTextElement {
  const look = style === undefined ? {} : { style: style === 'strong' ? { bold: true } : { code: true } };
  // An address too long for Slack is left out; its words stay.
  if (href === undefined || href.length > LIMITS.url) return { type: 'text', text, ...look };
  return { type: 'link', url: linkAddress(href), text, ...look };
}
