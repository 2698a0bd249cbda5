import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { escapeSlack } from './escapeSlack.ts';
import { inPieces } from './inPieces.ts';
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

/**
 * Characters of words: alone, as many as a card may have (`LIMITS.allText` of Block Kit, with its source there); before a
 * card, what that leaves. Nothing the bot says is longer: a post in a thread has 5,000 characters at most, a line before a
 * card 200.
 */
const WORDS = { alone: 10_000, beforeCard: 300 };

/**
 * Characters of the text beside the blocks, escaped. Source: docs.slack.dev, "chat.postMessage" advises 4,000, and
 * "chat.update" takes no more. All of a message is in its blocks.
 */
const BESIDE = 4000;

/** What a text is called that has nothing to be read: Slack takes none without. */
const WORDLESS = '…';

const marks = z.object({ key: z.string(), about: z.string().optional() });

/** Nothing else can be pinged, and nothing else is written between angle brackets. */
const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string().regex(/^(?:here|[UWS][A-Z0-9]+)$/) }),
});

/** An activity as Slack takes it: its words first, with whom they mention before them, then its card. */
export function slackMessage({
  text: said = '',
  attachments = [],
  entities = [],
  channelData,
}: Partial<Activity>): SlackMessage {
  const card: DrawnCard | undefined = attachments.find(({ contentType }) => contentType === BLOCK_KIT)?.content;
  const mentioned = entities.flatMap((entity) => mention.safeParse(entity).data?.mentioned.id ?? []);
  const [text = '', ...rest] = inPieces(said, card === undefined ? WORDS.alone : WORDS.beforeCard);
  const whole = rest.length === 0 ? text : `${text}…`;
  const words = [...mentioned.map(ping), ...(whole === '' ? [] : [escapeSlack(whole)])].join(' ');
  const mark = markOf(channelData);
  return {
    text: besideBlocks([words, card?.text ?? '']),
    blocks: [...wordBlocks(whole, mentioned), ...(card?.blocks ?? [])],
    ...(mark && { mark }),
  };
}

function markOf(channelData: unknown): SlackMark | undefined {
  const { data } = marks.safeParse(channelData);
  return data && { outbox: data.key, ...(data.about !== undefined && { case: data.about }) };
}

function besideBlocks(escaped: readonly string[]): string {
  const text = escaped.filter((part) => part.trim() !== '').join('\n');
  if (text === '') return WORDLESS;
  const [cut = '', ...rest] = inPieces(text, BESIDE - 1);
  // Half of what stands for one character is none of it.
  return rest.length === 0 ? text : `${cut.replace(/&[a-z]*$/, '')}…`;
}

/** Rich text has no markup: nothing that somebody wrote can look like any. */
function wordBlocks(text: string, mentioned: readonly string[]): KnownBlock[] {
  const pings = mentioned.flatMap((id): RichTextElement[] => [pingElement(id), { type: 'text', text: ' ' }]);
  const pieces = inPieces(text, PIECE);
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

/** A user, a user group, or whoever is active in the channel. */
function pingElement(id: string): RichTextElement {
  if (id === 'here') return { type: 'broadcast', range: 'here' };
  return id.startsWith('S') ? { type: 'usergroup', usergroup_id: id } : { type: 'user', user_id: id };
}

function ping(id: string): string {
  if (id === 'here') return '<!here>';
  return id.startsWith('S') ? `<!subteam^${id}>` : `<@${id}>`;
}
