import { z } from 'zod';

const openingSchema = z.strictObject({
  /** What ends the address of a case. */
  secret: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
  /** The time zone of the browser, IANA. */
  zone: z.string().max(64).optional(),
});

/** What the page says when it opens. */
export type Opening = z.infer<typeof openingSchema>;

/** Reads it; null when it isn't exactly that. Nothing is the same as an empty object. */
export function parseOpening(body: unknown): Opening | null {
  return openingSchema.safeParse(body ?? {}).data ?? null;
}
