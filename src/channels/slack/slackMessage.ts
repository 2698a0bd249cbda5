import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { SlackMark, SlackMessage } from './slackApi.ts';

/** The attachment type under which a card comes that is drawn for Slack. */
export const BLOCK_KIT = 'application/vnd.unstuck.block-kit+json';

/** A card as it is drawn: `text` is all of it in words, escaped. */
interface DrawnCard {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
}

/** Characters of one piece of rich text. Source: docs.slack.dev, "Block Kit", text objects; rich text names none. */
const PIECE = 3000;

/** Slack cuts a message's text at 40,000 characters and advises 4,000; what is longer is all in the blocks. */
const FALLBACK = 4000;

const marks = z.object({ key: z.string(), about: z.string().optional() });

const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }) });

/** An activity as Slack takes it: its words first, with whom they mention before them, then its card. */
export function slackMessage({
  text = '',
  attachments = [],
  entities = [],
  channelData,
}: Partial<Activity>): SlackMessage {
  const card: DrawnCard | undefined = attachments.find(({ contentType }) => contentType === BLOCK_KIT)?.content;
  const mentioned = entities.flatMap((entity) => mention.safeParse(entity).data?.mentioned.id ?? []);
  const words = [...mentioned.map((id) => ping(id)), ...(text === '' ? [] : [escaped(text)])].join(' ');
  const mark = markOf(channelData);
  return {
    text: [words, card?.text ?? '']
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, FALLBACK),
    blocks: [...wordBlocks(text, mentioned), ...(card?.blocks ?? [])],
    ...(mark && { mark }),
  };
}

function markOf(channelData: unknown): SlackMark | undefined {
  const { data } = marks.safeParse(channelData);
  return data && { outbox: data.key, ...(data.about !== undefined && { case: data.about }) };
}

/** Rich text has no markup: nothing that somebody wrote can look like any. */
function wordBlocks(text: string, mentioned: readonly string[]): KnownBlock[] {
  const pings = mentioned.flatMap((id): RichTextElement[] => [pingElement(id), { type: 'text', text: ' ' }]);
  const pieces = piecesOf(text);
  if (pings.length === 0 && pieces.length === 0) return [];
  const [first = '', ...others] = pieces;
  return [
    richText([...pings, ...(first === '' ? [] : [{ type: 'text', text: first } as const])]),
    ...others.map((piece) => richText([{ type: 'text', text: piece }])),
  ];
}

function richText(elements: RichTextElement[]): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** Cut between characters, never within one. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PIECE, text.length);
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** A user, a user group, or whoever is active in the channel. */
function pingElement(id: string): RichTextElement {
  if (id === 'here') return { type: 'broadcast', range: 'here' };
  return id.startsWith('S') ? { type: 'usergroup', usergroup_id: id } : { type: 'user', user_id: id };
}

function ping(id: string): string {
  if (id === 'here') return '<!here>';
  return id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
