import type { Activity } from 'botbuilder';
import { typedText } from '../dialogs/typedText.ts';
import { maskSecrets } from '../helpdesk/cases/maskSecrets.ts';
import { hideJoinLinks } from '../knowledge/index.ts';
import type { CaseOnPage } from './cases/caseOnPage.ts';
import type { HeldReplies } from './heldReplies.ts';

/** What else the rows of a turn say. */
export interface WebTurn {
  /** What stands for a join link that was typed. */
  readonly linkGiven: string;
  /** The person’s case as it is after the turn; null where they have none. */
  readonly case: CaseOnPage | null;
  /** Who at the helpdesk got what they sent; null where the bot did. */
  readonly to: string | null;
}

/**
 * The rows by which a turn is delivered on a channel that delivers by writing: what the person typed, so that it is
 * there after a reload, the closed card, and the new one.
 */
export function webMessagesOf(incoming: Partial<Activity>, held: HeldReplies, turn: WebTurn): object[] {
  return [
    ...typedBy(incoming, turn),
    ...held.updates.map(({ id, attachments }) => ({ type: 'messageUpdate', id, attachments })),
    ...held.posts.map(({ type, text, summary, attachments, channelData }) => ({
      type,
      from: { role: 'bot' },
      ...(text ? { text } : {}),
      ...(summary ? { summary } : {}),
      ...(attachments ? { attachments } : {}),
      ...(channelData || turn.case ? { channelData: { ...channelData, ...(turn.case && { case: turn.case }) } } : {}),
    })),
  ];
}

/**
 * As the bot reads it, and whole; but a join link can carry a passcode and a sentence a password, so neither is kept as
 * it was typed. A file stands there as what it is.
 */
function typedBy(incoming: Partial<Activity>, { linkGiven, to }: WebTurn): object[] {
  const { type, text = '', value, entities = [], id } = incoming;
  if (type !== 'message' || value !== undefined) return [];
  // Looked for before the text is cleaned: what ends a link may be a character that goes.
  const typed = maskSecrets(typedText({ text: hideJoinLinks(text, linkGiven), entities })).text;
  const attachments = incoming.channelData?.keptFile === true ? (incoming.attachments ?? []) : [];
  if (typed === '' && attachments.length === 0) return [];
  return [
    {
      type: 'message',
      from: { role: 'user' },
      ...(typed === '' ? {} : { text: typed }),
      ...(attachments.length === 0 ? {} : { attachments }),
      channelData: { clientId: incoming.channelData?.clientId ?? id, ...(to !== null && { to }) },
    },
  ];
}
