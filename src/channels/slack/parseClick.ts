import { z } from 'zod';
import { readableItems } from '../readableItems.ts';
import { actorOf } from './actorOf.ts';
import { orNull } from './orNull.ts';
import { slackId, slackTs, slackWord } from './slackIds.ts';
import type { SlackClickInput, SlackInput } from './slackInput.ts';

const elementSchema = z.object({
  type: z.string(),
  action_id: slackWord,
  action_ts: orNull(slackTs),
  value: orNull(z.string().min(1)),
  selected_option: orNull(z.object({ value: z.string().min(1) })),
});

const clickSchema = z.object({
  trigger_id: slackWord.catch(''),
  response_url: orNull(z.string()),
  container: orNull(
    z.object({
      message_ts: orNull(slackTs),
      thread_ts: orNull(slackTs),
      channel_id: orNull(slackId),
      is_ephemeral: z.boolean().catch(false),
    }),
  ),
  channel: orNull(z.object({ id: slackId })),
  message: orNull(z.object({ ts: orNull(slackTs), thread_ts: orNull(slackTs) })),
  view: orNull(z.object({ id: slackId })),
  actions: readableItems(elementSchema),
});

type Click = z.infer<typeof clickSchema>;
type Element = z.infer<typeof elementSchema>;

/** Reads `block_actions`: the first button or menu of ours that was used; null when it can't be read. */
export function parseClick(payload: unknown): SlackInput | null {
  const { data } = clickSchema.safeParse(payload);
  if (data === undefined) return null;
  const used = data.actions.find((element) => sentBy(element) !== null);
  const value = used === undefined ? null : sentBy(used);
  if (used === undefined || value === null) return { kind: 'nothing' };
  const actor = actorOf(payload);
  const place = placeOf(data);
  const origin = place?.message ?? data.view?.id;
  if (actor === null || place === null || origin === undefined || used.action_ts === null) return null;
  return {
    kind: 'click',
    delivery: [actor.team, actor.user, origin, used.action_id, used.action_ts].join(':'),
    ...actor,
    ...place,
    actionId: used.action_id,
    value,
    trigger: data.trigger_id,
    responseUrl: data.response_url,
    isEphemeral: data.container?.is_ephemeral ?? false,
  };
}

/** What an element of ours sends back; null for a link, which Slack has opened, and for what isn't ours. */
function sentBy({ type, action_id, value, selected_option }: Element): string | null {
  if (action_id.startsWith('url')) return null;
  switch (type) {
    case 'button':
      return value;
    case 'overflow':
    case 'static_select':
      return selected_option?.value ?? null;
    default:
      return null;
  }
}

/** In a message, or in a view; null where nobody can tell. */
function placeOf(click: Click): Pick<SlackClickInput, 'channel' | 'where' | 'message' | 'thread'> | null {
  const { container } = click;
  const message = container?.message_ts ?? click.message?.ts ?? null;
  const channel = click.channel?.id ?? container?.channel_id ?? null;
  if (message === null) return click.view === null ? null : { channel: null, where: 'home', message, thread: null };
  if (channel === null) return null;
  const thread = container?.thread_ts ?? click.message?.thread_ts ?? null;
  const where = channel.startsWith('D') ? 'direct' : 'channel';
  return { channel, where, message, thread: thread === message ? null : thread };
}
