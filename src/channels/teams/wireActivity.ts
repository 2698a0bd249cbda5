import type { Activity, ChannelAccount, ConversationAccount } from 'botbuilder';

type Outgoing = Partial<Activity>;

/*
 * The SDK sends of people and conversations only the fields it has a name for (botframework-connector 4.23.3,
 * connectorApi/models/mappers), and so do we: what else the channel told us is not ours to hand round.
 */
const ACCOUNT_FIELDS = ['id', 'name', 'aadObjectId', 'role', 'properties'] as const;
const CONVERSATION_FIELDS = ['isGroup', 'conversationType', 'tenantId', ...ACCOUNT_FIELDS] as const;

/** An activity as JSON, as the SDK puts it on the wire. */
export function wireActivity(activity: Outgoing): string {
  return JSON.stringify({
    ...activity,
    from: account(activity.from),
    recipient: account(activity.recipient),
    conversation: pick(activity.conversation, CONVERSATION_FIELDS),
    membersAdded: activity.membersAdded?.map(account),
    membersRemoved: activity.membersRemoved?.map(account),
    timestamp: isoTime(activity.timestamp),
    localTimestamp: isoTime(activity.localTimestamp),
    expiration: isoTime(activity.expiration),
  });
}

function account(of: ChannelAccount | undefined): Partial<ChannelAccount> | undefined {
  return pick(of, ACCOUNT_FIELDS);
}

function pick<T extends ChannelAccount | ConversationAccount>(from: T | undefined, fields: readonly string[]) {
  if (!from) return from;
  return Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field)));
}

function isoTime(time: Date | string | undefined): string | undefined {
  return time ? new Date(time).toISOString() : undefined;
}
