import type { Activity } from 'botbuilder';
import type { TurnKeys } from '../turn/turnStore.ts';

const CHANNEL_NAMES: Readonly<Record<string, string>> = { msteams: 'teams' };

/** Whose turn an activity is, in the form in which it is stored. */
export function turnKeysOf(activity: Partial<Activity>): TurnKeys {
  const channel = channelName(activity.channelId ?? '');
  const tenant = tenantOf(activity);
  const conversation = [channel, tenant, activity.conversation?.id ?? ''].join(':');
  return {
    conversation,
    delivery: activity.id ? `${conversation}:${activity.id}` : null,
    person: personOf(activity, channel, tenant),
  };
}

/** Where Teams names the tenant depends on the kind of activity. */
function tenantOf({ conversation, channelData }: Partial<Activity>): string {
  return conversation?.tenantId ?? channelData?.tenant?.id ?? '';
}

/** `teams:<tenant>:<aadObjectId>`, `slack:<team>:<user>` or `web:<session>`. */
function personOf({ from }: Partial<Activity>, channel: string, tenant: string): string {
  const id = from?.aadObjectId ?? from?.id ?? '';
  return channel === 'web' ? id : `${channel}:${tenant}:${id}`;
}

function channelName(channelId: string): string {
  return CHANNEL_NAMES[channelId] ?? channelId;
}
