import { z } from 'zod';

/** Longest text taken at the door, in characters; the bot decides what it makes of a long one. */
const TEXT_LIMIT = 20_000;

const messageSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    text: z.string().max(TEXT_LIMIT).optional(),
    /** The data of a clicked button. What is in it is checked where clicks are read. */
    value: z.record(z.string(), z.unknown()).optional(),
    /** Which message was clicked. */
    replyTo: z.string().min(1).max(64).optional(),
    /** What stands in the fields of the card before them while they type. It is read where clicks are. */
    begun: z
      .strictObject({ card: z.string().max(128), fields: z.record(z.string(), z.string().max(TEXT_LIMIT)) })
      .optional(),
    /** The time zone of the browser, IANA. */
    zone: z.string().max(64).optional(),
  })
  .refine(({ text, value }) => text !== undefined || value !== undefined);

/** What a person typed or clicked on the page. */
export type WebMessage = z.infer<typeof messageSchema>;

/** Reads what the page sent; null when it isn't exactly one message. */
export function parseWebMessage(body: unknown): WebMessage | null {
  return messageSchema.safeParse(body).data ?? null;
}
