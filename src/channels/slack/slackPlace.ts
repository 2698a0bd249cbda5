import type { Activity } from 'botbuilder';
import type { SlackTarget } from './slackApi.ts';
import { slackTurnOf } from './slackTurn.ts';

/** Between a channel and the message that a thread of it begins with, in the id of a conversation. */
const THREAD = ';thread=';

/** The conversation that is the thread below a message of a channel. */
export function threadOf(channel: string, root: string): string {
  return `${channelOf(channel)}${THREAD}${root}`;
}

/** The channel of a conversation, without the message that a thread of it begins with. */
export function channelOf(conversation: string): string {
  return conversation.split(THREAD)[0] ?? conversation;
}

/** The message that the thread of a conversation begins with; null for a conversation that is none. */
export function rootOf(conversation: string): string | null {
  return conversation.split(THREAD)[1] ?? null;
}

/** Where an answer to an activity goes: into the thread that it was said in. */
export function targetOf(activity: Partial<Activity>): SlackTarget {
  const id = activity.conversation?.id ?? '';
  return { channel: channelOf(id), thread: rootOf(id) ?? slackTurnOf(activity).thread };
}
