import { z } from 'zod';
import { actorOf } from './actorOf.ts';
import { orNull } from './orNull.ts';
import { slackTs } from './slackIds.ts';
import type { SlackInput } from './slackInput.ts';

/** The name of *Get help with this* in the app's manifest. */
export const HELP_SHORTCUT = 'get_help';

const shortcutSchema = z.object({
  callback_id: z.string(),
  action_ts: orNull(slackTs),
  message_ts: orNull(slackTs),
  response_url: orNull(z.string()),
  message: orNull(z.object({ ts: orNull(slackTs), text: z.string().catch('') })),
});

/** Reads `message_action`; null when it can't be read. */
export function parseShortcut(payload: unknown): SlackInput | null {
  const { data } = shortcutSchema.safeParse(payload);
  if (data === undefined) return null;
  if (data.callback_id !== HELP_SHORTCUT) return { kind: 'nothing' };
  const actor = actorOf(payload);
  const ts = data.message_ts ?? data.message?.ts ?? null;
  if (actor === null || ts === null || data.action_ts === null) return null;
  const delivery = [actor.team, actor.user, ts, data.action_ts].join(':');
  return { kind: 'shortcut', delivery, ...actor, text: data.message?.text ?? '', responseUrl: data.response_url };
}
