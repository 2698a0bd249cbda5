import { z } from 'zod';
import type { SlackWay } from './slackInput.ts';

/** Slack's have 52 characters. */
const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string().max(200) });

/**
 * What Slack asks to have said back where somebody tells it our address, over HTTP alone: it can be answered before
 * anything else is known. Null for all else. Never throws.
 */
export function challengeOf(way: SlackWay, payload: unknown): string | null {
  return way === 'events' ? (challengeSchema.safeParse(payload).data?.challenge ?? null) : null;
}
