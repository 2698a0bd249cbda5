import type { Activity } from 'botbuilder';
import { typedText } from '../dialogs/typedText.ts';
import { maskSecrets } from '../helpdesk/cases/maskSecrets.ts';
import { hideJoinLinks } from '../knowledge/index.ts';
import type { HeldReplies } from './heldReplies.ts';

/**
 * The rows by which a turn is delivered on a channel that delivers by writing: what the person typed, so that it is
 * there after a reload, the closed card, and the new one.
 */
export function webMessagesOf(incoming: Partial<Activity>, held: HeldReplies, linkGiven: string): object[] {
  return [
    ...typedBy(incoming, linkGiven),
    ...held.updates.map(({ id, attachments }) => ({ type: 'messageUpdate', id, attachments })),
    ...held.posts.map(({ type, text, summary, attachments, channelData }) => ({
      type,
      from: { role: 'bot' },
      ...(text ? { text } : {}),
      ...(summary ? { summary } : {}),
      ...(attachments ? { attachments } : {}),
      ...(channelData ? { channelData } : {}),
    })),
  ];
}

/**
 * As the bot reads it, and whole; but a join link can carry a passcode and a sentence a password, so neither is kept as
 * it was typed. A file stands there as what it is.
 */
function typedBy(incoming: Partial<Activity>, linkGiven: string): object[] {
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
      channelData: { clientId: incoming.channelData?.clientId ?? id },
    },
  ];
}
