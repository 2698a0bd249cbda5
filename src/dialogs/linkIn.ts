import type { Activity } from 'botbuilder';
import { findJoinLink, type JoinLink } from '../knowledge/index.ts';

/** An address as Slack writes it, with or without a label: `<url|label>`, with `&` as an entity. */
const BRACKETED = /<(https?:\/\/[^\s<>|]+)(?:\|[^<>]*)?>/gi;

/** An address in the HTML that Teams sends beside a text. */
const HREF = /href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * The first join link in a message of any length, or null: in its text, or in the HTML beside it, since Teams flattens
 * a copied link to its label. Takes time linear in what came.
 */
export function linkIn({ text, attachments }: Pick<Activity, 'text' | 'attachments'>): JoinLink | null {
  const typed = (text ?? '').replace(BRACKETED, (_, url: string) => ` ${withAmpersands(url)} `);
  return findJoinLink([typed, ...hrefsOf(attachments)].join('\n'));
}

/** The addresses in the HTML beside a text that don't stand in the text itself. */
export function linksBeside(text: string, attachments: Activity['attachments']): string[] {
  return [...new Set(hrefsOf(attachments))].filter((href) => /^https?:/i.test(href) && !text.includes(href));
}

function hrefsOf(attachments: Activity['attachments']): string[] {
  return (attachments ?? [])
    .filter(({ contentType, content }) => contentType === 'text/html' && typeof content === 'string')
    .flatMap(({ content }) => [...String(content).matchAll(HREF)])
    .map(([, double, single]) => withAmpersands(double ?? single ?? ''));
}

function withAmpersands(url: string): string {
  return url.replaceAll('&amp;', '&');
}
