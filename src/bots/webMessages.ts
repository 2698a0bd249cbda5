import type { Activity } from 'botbuilder';
import { findJoinLink } from '../knowledge/index.ts';
import type { HeldReplies } from './heldReplies.ts';

/**
 * The rows by which a turn is delivered on a channel that delivers by writing: what the person typed, so that it is
 * there after a reload, the closed card, and the new one.
 */
export function webMessagesOf(incoming: Partial<Activity>, held: HeldReplies, linkGiven: string): object[] {
  return [
    ...typedBy(incoming, linkGiven),
    ...held.updates.map(({ id, attachments }) => ({ type: 'messageUpdate', id, attachments })),
    ...held.posts.map(({ type, text, summary, attachments }) => ({
      type,
      from: { role: 'bot' },
      ...(text ? { text } : {}),
      ...(summary ? { summary } : {}),
      ...(attachments ? { attachments } : {}),
    })),
  ];
}

/** A join link can carry a passcode, so it isn't kept as it was typed. */
function typedBy({ type, text, value, id }: Partial<Activity>, linkGiven: string): object[] {
  if (type !== 'message' || !text || value !== undefined) return [];
  return [
    {
      type: 'message',
      from: { role: 'user' },
      text: findJoinLink(text) ? linkGiven : text,
      channelData: { clientId: id },
    },
  ];
}
