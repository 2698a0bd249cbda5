import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { readableItems } from '../readableItems.ts';
import { wireId } from './wireId.ts';

/** Longest word of the protocol, such as a type, and longest name or address, in characters. */
const LONGEST_WORD = 100;
const LONGEST_NAME = 2_000;

const word = z.string().max(LONGEST_WORD);
const name = z.string().max(LONGEST_NAME);

const account = z.looseObject({ id: wireId, name: name.nullish(), aadObjectId: wireId.nullish() });

const conversation = z.looseObject({
  id: wireId,
  conversationType: word.nullish(),
  tenantId: wireId.nullish(),
  isGroup: z.boolean().nullish(),
});

/** What else is in there is looked at by whoever needs it: `teamsPlaceOf`, `deskLossIn`. */
const channelData = z.looseObject({ tenant: z.looseObject({ id: wireId.nullish() }).nullish() });

/** What is no text is left out, and a file without it can’t be fetched; but what else came with it is worth reading. */
const textOrNothing = z.string().optional().catch(undefined);

/** A pasted picture has an address and no content; an attached file has its address in there, with a name beside it. */
const attachment = z.looseObject({
  contentType: name,
  content: z.unknown().optional(),
  contentUrl: textOrNothing,
  name: textOrNothing,
});

/** The SDK works with dates. A time is never worth losing a message for, so one that can’t be read is left out. */
const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()
  .catch(undefined);

/** The fields that are used somewhere; all others pass through as they came. */
const activitySchema = z.looseObject({
  type: word.min(1),
  id: wireId.optional(),
  channelId: word.min(1),
  serviceUrl: name.optional(),
  conversation,
  from: account,
  recipient: account.optional(),
  text: z.string().optional(),
  locale: word.optional(),
  name: name.optional(),
  action: word.optional(),
  replyToId: wireId.optional(),
  deliveryMode: word.optional(),
  entities: readableItems(z.looseObject({ type: name })).optional(),
  attachments: readableItems(attachment).optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  channelData: channelData.optional(),
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
