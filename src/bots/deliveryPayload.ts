import type { Activity, ConversationReference } from 'botbuilder';

/** What the outbox keeps of a message. */
export interface DeliveryPayload {
  /** Which adapter takes it, by the channel’s name in activities: `msteams`, `slack` or `web`. */
  readonly channel: string;
  /** Where to; with an `activityId`, as a reply to that message. */
  readonly reference: Partial<ConversationReference>;
  readonly activity: Partial<Activity>;
  /** What to post instead once it may have been posted before, so that it can say so. */
  readonly ifRepeated?: Partial<Activity>;
}

/** What was kept, looked at again: null when a part that delivering relies on isn't there. */
export function readDeliveryPayload(payload: object): DeliveryPayload | null {
  const { channel, reference, activity, ifRepeated }: Record<string, unknown> = { ...payload };
  if (typeof channel !== 'string' || !isReference(reference) || !isObject(activity)) return null;
  if (ifRepeated === undefined) return { channel, reference, activity };
  return isObject(ifRepeated) ? { channel, reference, activity, ifRepeated } : null;
}

function isReference(value: unknown): value is Partial<ConversationReference> {
  if (!isObject(value) || !('serviceUrl' in value) || !('channelId' in value) || !('conversation' in value))
    return false;
  const { serviceUrl, channelId, conversation } = value;
  const isNamed = typeof serviceUrl === 'string' && typeof channelId === 'string';
  return isNamed && isObject(conversation) && 'id' in conversation && typeof conversation.id === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
