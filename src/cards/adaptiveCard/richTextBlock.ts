import { linkAddress } from '../linkAddress.ts';
import type { RichText, Span } from '../model.ts';
import { shownRich } from '../shownText.ts';
import type { Element } from './element.ts';

/** How a text looks as a whole. */
export interface Look {
  readonly quiet?: boolean;
  readonly strong?: boolean;
  /** Distance to what is above. */
  readonly spacing?: 'None' | 'Small';
}

/** The date functions that cards know begin with two braces; apart, they are braces. */
const BETWEEN_BRACES = /(?<=\{)(?=\{)/;

/** A paragraph of at most `limit` characters. Nothing in its text is read as markup. Source: the format's text features. */
export function richTextBlock(text: RichText, limit: number, look: Look = {}): Element {
  return {
    type: 'RichTextBlock',
    ...(look.spacing ? { spacing: look.spacing } : {}),
    inlines: shownRich(text, limit).flatMap((span) => runs(span, look)),
  };
}

function runs(span: Span, look: Look): Element[] {
  const style = {
    ...(look.quiet ? { size: 'Small', isSubtle: true } : {}),
    ...(look.strong || span.style === 'strong' ? { weight: 'Bolder' } : {}),
    ...(span.style === 'code' ? { fontType: 'Monospace' } : {}),
    ...(span.href === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url: linkAddress(span.href) } }),
  };
  return span.text.split(BETWEEN_BRACES).map((text) => ({ type: 'TextRun', text, ...style }));
}
