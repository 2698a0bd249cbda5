import { z } from 'zod';

const texts = z.array(z.unknown()).catch([]);
const record = z.record(z.string(), z.unknown()).catch({});
const outcome = z.enum(['fixed', 'still-broken', 'cannot', 'left']);

/** A draft as it was stored, by whatever version: what can't be read is as in an empty case. Ids are not checked here. */
const storedSchema = z.object({
  pack: z.string().catch(''),
  version: z.string().catch(''),
  started: z.boolean().optional().catch(undefined),
  cancelled: z.literal(true).optional().catch(undefined),
  audience: z.enum(['user', 'admin', 'helper']).catch('user'),
  platform: z.enum(['windows', 'other']).catch('windows'),
  answers: record,
  changing: z.object({ question: z.string(), was: z.string() }).optional().catch(undefined),
  symptom: z.string().optional().catch(undefined),
  fixing: z.boolean().catch(false),
  listing: z.string().optional().catch(undefined),
  listed: texts,
  outcomes: record,
  branches: record,
  confirmed: texts,
  wayIn: z.enum(['got-in', 'no-luck']).optional().catch(undefined),
  aside: z.enum(['help', 'change', 'way-in', 'person']).optional().catch(undefined),
  below: z.literal('person').optional().catch(undefined),
});

export type StoredDraft = z.infer<typeof storedSchema>;

/** Reads a stored draft; null when it isn't even an object. Never throws. */
export function readStoredDraft(value: unknown): StoredDraft | null {
  return storedSchema.safeParse(value).data ?? null;
}

/** What came of a step, where it is one of the words for that. */
export function readOutcome(value: unknown): z.infer<typeof outcome> | null {
  return outcome.safeParse(value).data ?? null;
}
