import type { Activity } from 'botbuilder';
import type { KeptFile } from '../filePorts.ts';
import { knownTimeZone } from '../knownTimeZone.ts';
import type { WebMessage } from './parseWebMessage.ts';

/** Whose activity, and when. */
export interface ActivityFacts {
  readonly session: string;
  readonly at: Date;
  /** The time zone that their browser says it is in. */
  readonly zone?: string | undefined;
}

/** The bot's own account on this channel. */
const WEB_BOT = { id: 'unstuck', name: 'Unstuck', role: 'bot' } as const;

/** The name of this channel in activities. */
const WEB_CHANNEL = 'web';

/** The message as an activity. */
export function messageActivity(message: WebMessage, facts: ActivityFacts): Partial<Activity> {
  return {
    ...addressed({ zone: message.zone, ...facts }),
    type: 'message',
    id: message.id,
    ...(message.text !== undefined && { text: message.text }),
    ...(message.value !== undefined && { value: message.value }),
    ...(message.begun !== undefined && { channelData: { begun: message.begun } }),
    ...(message.replyTo !== undefined && { replyToId: message.replyTo }),
  };
}

/** Tells the bot that the person has opened the page. */
export function openedActivity(id: string, facts: ActivityFacts): Partial<Activity> {
  const common = addressed(facts);
  return { ...common, type: 'conversationUpdate', id, membersAdded: [common.from] };
}

/**
 * Tells the bot that the person has sent a file, which is kept already. `channelData.keptFile` says that it comes from
 * here: what the page sends as a message can have neither that nor attachments.
 */
export function fileActivity(
  { id, name, type, size }: KeptFile,
  facts: ActivityFacts & { readonly delivery: string },
): Partial<Activity> {
  return {
    ...addressed(facts),
    type: 'message',
    id: facts.delivery,
    attachments: [{ contentType: type, name, content: { file: id, size } }],
    channelData: { keptFile: true },
  };
}

function addressed({ session, at, zone }: ActivityFacts) {
  const localTimezone = knownTimeZone(zone);
  return {
    channelId: WEB_CHANNEL,
    serviceUrl: 'urn:web',
    timestamp: at,
    ...(localTimezone !== undefined && { localTimezone }),
    conversation: { id: session, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: `web:${session}`, name: '', role: 'user' },
    recipient: WEB_BOT,
  };
}
