import type { Activity } from 'botbuilder';
import { channelOf } from './channelOf.ts';

/** Where nothing can be posted any more, and why. */
export interface DeskLoss {
  readonly why: 'removed' | 'channel-deleted';
  /** The one channel or chat; null for all channels of the team. */
  readonly channel: string | null;
  /** Null for a chat, and where nobody says which team. */
  readonly team: string | null;
}

const DELETED_TEAM = new Set(['teamDeleted', 'teamHardDeleted']);

/**
 * Whether the channel tells that the bot was taken out of a team or a chat, or that a channel or a team is gone.
 * Teams tells of a deleted channel in the team's first one, so the conversation of the activity isn't what is lost.
 */
export function deskLossIn(activity: Partial<Activity>): DeskLoss | null {
  const { type, action, channelData } = activity;
  const team = idIn(channelData?.team);
  if (type === 'installationUpdate') {
    // A new version comes as `remove-upgrade` and `add-upgrade`: the bot stays where it was.
    return action === 'remove' ? removed(activity, team) : null;
  }
  if (type !== 'conversationUpdate') return null;
  if (isBotRemoved(activity)) return removed(activity, team);
  const event: unknown = channelData?.eventType;
  if (typeof event !== 'string') return null;
  if (DELETED_TEAM.has(event)) return { why: 'channel-deleted', channel: null, team: team ?? conversationOf(activity) };
  const channel = idIn(channelData?.channel);
  return event === 'channelDeleted' && channel !== null ? { why: 'channel-deleted', channel, team } : null;
}

function removed(activity: Partial<Activity>, team: string | null): DeskLoss {
  const isOfTeam = team !== null || activity.conversation?.conversationType === 'channel';
  return isOfTeam
    ? { why: 'removed', channel: null, team: team ?? conversationOf(activity) }
    : { why: 'removed', channel: conversationOf(activity), team: null };
}

function isBotRemoved({ membersRemoved = [], recipient }: Partial<Activity>): boolean {
  return recipient !== undefined && membersRemoved.some(({ id }) => id === recipient.id);
}

function conversationOf({ conversation }: Partial<Activity>): string | null {
  return conversation === undefined ? null : channelOf(conversation.id);
}

function idIn(thing: unknown): string | null {
  const { id }: Record<string, unknown> = { ...Object(thing) };
  return typeof id === 'string' && id !== '' ? id : null;
}
