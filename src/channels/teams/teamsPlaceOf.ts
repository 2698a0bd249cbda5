import type { Activity } from 'botbuilder';

/** What kind of conversation something was said in. */
export type TeamsPlace =
  | 'standard-channel'
  | 'private-channel'
  | 'shared-channel'
  | 'group-chat'
  | 'personal'
  | 'unknown';

const CHANNELS: ReadonlyMap<string, TeamsPlace> = new Map([
  ['standard', 'standard-channel'],
  ['private', 'private-channel'],
  ['shared', 'shared-channel'],
]);

/**
 * Reads it from what the channel says itself. Teams doesn't always say of what type a channel is; one without a type
 * is a standard one, for an app comes into others only if its manifest asks for that, which ours doesn't.
 */
export function teamsPlaceOf({ conversation, channelData }: Partial<Activity>): TeamsPlace {
  switch (conversation?.conversationType) {
    case 'personal':
      return 'personal';
    case 'groupChat':
      return 'group-chat';
    case 'channel': {
      const type: unknown = channelData?.channel?.type ?? 'standard';
      return typeof type === 'string' ? (CHANNELS.get(type.toLowerCase()) ?? 'unknown') : 'unknown';
    }
    default:
      return 'unknown';
  }
}
