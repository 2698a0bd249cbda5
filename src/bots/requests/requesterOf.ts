import { type Activity, TurnContext } from 'botbuilder';
import type { Requester } from '../../helpdesk/cases/case.ts';
import { plainName } from '../plainName.ts';
import { turnKeysOf } from '../turnKeys.ts';

const CHANNELS: Readonly<Record<string, Requester['channel']>> = { msteams: 'teams', slack: 'slack', web: 'web' };

/** Whoever's turn it is, as a case keeps them. Only verified ids decide anything; the name is for reading. */
export function requesterOf(activity: Activity): Requester {
  const { conversation, person } = turnKeysOf(activity);
  const channel = CHANNELS[activity.channelId] ?? 'web';
  const [, tenant = ''] = conversation.split(':');
  const { activityId: _, ...reference } = TurnContext.getConversationReference(activity);
  return {
    person,
    name: activity.from.name ? plainName(activity.from.name) : null,
    channel,
    tenant: tenant === '' ? null : tenant,
    isGuest: channel === 'web',
    conversation,
    reference,
    email: null,
    timeZone: zoneOf(activity),
  };
}

/** A zone that nobody can reckon with is none. */
function zoneOf({ localTimezone }: Partial<Activity>): string | null {
  if (!localTimezone) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: localTimezone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
