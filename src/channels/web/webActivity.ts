import type { Activity } from 'botbuilder';
import type { WebMessage } from './parseWebMessage.ts';

/** Whose activity, and when. */
export interface ActivityFacts {
  readonly session: string;
  readonly at: Date;
}

/** The bot's own account on this channel. */
const WEB_BOT = { id: 'unstuck', name: 'Unstuck', role: 'bot' } as const;

/** The name of this channel in activities. */
const WEB_CHANNEL = 'web';

/** The message as an activity. */
export function messageActivity(message: WebMessage, facts: ActivityFacts): Partial<Activity> {
  return {
    ...addressed(facts),
    type: 'message',
    id: message.id,
    ...(message.text !== undefined && { text: message.text }),
    ...(message.value !== undefined && { value: message.value }),
    ...(message.replyTo !== undefined && { replyToId: message.replyTo }),
  };
}

/** Tells the bot that the person has opened the page. */
export function openedActivity(id: string, facts: ActivityFacts): Partial<Activity> {
  const common = addressed(facts);
  return { ...common, type: 'conversationUpdate', id, membersAdded: [common.from] };
}

function addressed({ session, at }: ActivityFacts) {
  return {
    channelId: WEB_CHANNEL,
    serviceUrl: 'urn:web',
    timestamp: at,
    conversation: { id: session, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: `web:${session}`, name: '', role: 'user' },
    recipient: WEB_BOT,
  };
}
