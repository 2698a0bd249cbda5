import type { Activity } from 'botbuilder';
import { z } from 'zod';

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

const conversation = z.looseObject({
  /** Goes into a path and a header of the replies: printable ASCII, as all channels' ids are. */
  id: z.string().regex(/^[\x21-\x7e]+$/),
  conversationType: z.string().nullish(),
  tenantId: z.string().nullish(),
  isGroup: z.boolean().nullish(),
});

const attachment = z.looseObject({ contentType: z.string(), content: z.unknown() });

/** The SDK works with dates. A time is never worth losing a message for, so one that can’t be read is left out. */
const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()
  .catch(undefined);

/** The fields that are used somewhere; all others pass through as they came. */
const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.string().optional(),
  conversation,
  from: account,
  recipient: account.optional(),
  text: z.string().optional(),
  locale: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  replyToId: z.string().optional(),
  deliveryMode: z.string().optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  attachments: z.array(attachment).optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  channelData: z.looseObject({}).optional(),
  timestamp: time,
  localTimestamp: time,
  expiration: time,
});

/** Reads what a channel posted; null when it isn't an activity that could be answered. */
export function parseInboundActivity(body: unknown): Activity | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const parsed = activitySchema.safeParse(withoutNulls(body));
  // The door: from here on this is an activity.
  return parsed.success ? (parsed.data as unknown as Activity) : null;
}

/** Channels write null for what isn't there; the SDK's types and code know only undefined. */
function withoutNulls(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
