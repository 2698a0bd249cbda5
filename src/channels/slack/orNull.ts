import { z } from 'zod';

/** What may be missing, or unreadable: nothing that comes with it is lost for that. */
export function orNull<T>(schema: z.ZodType<T>): z.ZodType<T | null> {
  return z
    .unknown()
    .optional()
    .transform((value) => schema.safeParse(value).data ?? null);
}
