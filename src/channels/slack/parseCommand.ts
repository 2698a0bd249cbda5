import { createHash } from 'node:crypto';
import { z } from 'zod';
import { orNull } from './orNull.ts';
import { slackId, slackWord } from './slackIds.ts';
import type { SlackInput } from './slackInput.ts';

const commandSchema = z.object({
  /** `/unstuck`, or whatever else it is called in this workspace. */
  command: z.string().startsWith('/'),
  /** Of one command, however often it is delivered. */
  trigger_id: slackWord,
  team_id: slackId,
  user_id: slackId,
  text: z.string().catch(''),
  response_url: orNull(z.string()),
});

/** Slack looks at our certificate now and then. */
const checkSchema = z.object({ ssl_check: z.literal('1') });

/** Reads a slash command; null when it can't be read. */
export function parseCommand(payload: unknown): SlackInput | null {
  const { data } = commandSchema.safeParse(payload);
  if (data === undefined) return checkSchema.safeParse(payload).success ? { kind: 'nothing' } : null;
  const { trigger_id: trigger, team_id: team, user_id: user, text, response_url: responseUrl } = data;
  return { kind: 'command', delivery: deliveryOf(trigger), team, user, text, responseUrl };
}

/** What opens a modal is a key, for as long as it is good, and deliveries are kept: they have its hash. */
function deliveryOf(trigger: string): string {
  return createHash('sha256').update(trigger).digest('base64url');
}
