import { z } from 'zod';

const openingSchema = z
  .strictObject({
    /** What ends the address of a case. */
    secret: z
      .string()
      .regex(/^[\w-]{22}$/)
      .optional(),
    /** The person was asked, and wants the case in place of the conversation that is open in their browser. */
    instead: z.literal(true).optional(),
    /** The time zone of the browser, IANA. */
    zone: z.string().max(64).optional(),
  })
  .refine(({ secret, instead }) => secret !== undefined || instead === undefined);

/** What the page says when it opens. */
export type Opening = z.infer<typeof openingSchema>;

/** Reads it; null when it isn't exactly that. Nothing is the same as an empty object. */
export function parseOpening(body: unknown): Opening | null {
  return openingSchema.safeParse(body ?? {}).data ?? null;
}
