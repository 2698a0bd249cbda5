import type { Activity } from 'botbuilder';
import { type Click, parseClick } from '../cards/actions.ts';

/** What a person did: tapped something, or said something. */
export type Incoming =
  | { readonly kind: 'click'; readonly click: Click }
  /** A click that isn't one of ours: forged, cut short, or of another version. */
  | { readonly kind: 'unreadable' }
  /** `links`: addresses that came beside the text, where a channel shows only their labels. */
  | { readonly kind: 'text'; readonly text: string; readonly links: string };

/** Reads a message. A message with a value is a click, whatever else it carries. */
export function incomingOf(activity: Pick<Activity, 'text' | 'value' | 'attachments' | 'entities'>): Incoming {
  if (activity.value !== undefined && activity.value !== null) {
    const click = parseClick(activity.value);
    return click ? { kind: 'click', click } : { kind: 'unreadable' };
  }
  return { kind: 'text', text: withoutMentions(activity), links: hrefsOf(activity) };
}

/** The text without the mentions in it, by their entities: the name in them may differ from ours. */
export function withoutMentions({ text, entities }: Pick<Activity, 'text' | 'entities'>): string {
  const mentions = (entities ?? []).flatMap((entity: { type?: string; text?: unknown }) =>
    entity.type === 'mention' && typeof entity.text === 'string' && entity.text !== '' ? [entity.text] : [],
  );
  return mentions.reduce((left, mention) => left.split(mention).join(' '), text ?? '').trim();
}

/** Teams flattens a copied link to its label; the address is only in the HTML that comes along. */
function hrefsOf({ attachments }: Pick<Activity, 'attachments'>): string {
  return (attachments ?? [])
    .filter(({ contentType, content }) => contentType === 'text/html' && typeof content === 'string')
    .flatMap(({ content }) => [...String(content).matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)])
    .map(([, quoted, single]) => (quoted ?? single ?? '').replaceAll('&amp;', '&'))
    .join('\n');
}
