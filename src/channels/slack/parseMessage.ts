import { z } from 'zod';
import { readableItems } from '../readableItems.ts';
import type { EventCallback } from './eventCallback.ts';
import { fileSchema } from './fileSchema.ts';
import { orNull } from './orNull.ts';
import type { SlackIdentity } from './slackApi.ts';
import { MOST_FILES } from './slackFiles.ts';
import { slackId, slackTs } from './slackIds.ts';
import type { SlackInput, SlackMessageInput } from './slackInput.ts';

/** Most files that are looked at: as many as are taken, and one more, by which it shows that there are others. */
const MOST_LOOKED_AT = MOST_FILES + 1;

/** What somebody said: others tell of changes, of who came and went, and so on. */
const READ_SUBTYPES: readonly unknown[] = [undefined, null, 'file_share', 'thread_broadcast'];

const messageSchema = z.object({
  user: slackId,
  /** The workspace of whoever wrote it, told where a channel is shared with others. */
  user_team: orNull(slackId),
  channel: slackId,
  ts: slackTs,
  thread_ts: orNull(slackTs),
  /** Who wrote the message that its thread begins with. */
  parent_user_id: orNull(slackId),
  /** The same of what was sent to the channel as well. */
  root: orNull(z.object({ user: orNull(slackId) })),
  text: z.string().catch(''),
  files: orNull(readableItems(fileSchema)),
});

/**
 * Reads a `message` or an `app_mention` that somebody wrote; null when it can't be read. It is the same however it comes:
 * by either event, or as a mention once more, by a new event, after it was edited.
 */
export function parseMessage(callback: EventCallback, bot: SlackIdentity): SlackInput | null {
  const { event } = callback;
  const place = placeOf(event, bot);
  if (place === null || !READ_SUBTYPES.includes(event['subtype'])) return { kind: 'nothing' };
  const { data } = messageSchema.safeParse(event);
  if (data === undefined) return null;
  return {
    kind: 'message',
    delivery: `${data.channel}:${data.ts}`,
    team: teamOf(callback, data.user_team),
    user: data.user,
    channel: data.channel,
    ...place,
    isShared: callback.is_ext_shared_channel,
    ts: data.ts,
    thread: data.thread_ts === data.ts ? null : data.thread_ts,
    isInOwnThread: (data.parent_user_id ?? data.root?.user) === bot.user,
    text: data.text,
    files: (data.files ?? []).slice(0, MOST_LOOKED_AT),
  };
}

/**
 * Null for what isn't for us. A message with a mention comes by two events, of which one is read: but where it has a file,
 * Slack may send the one that tells of the message alone (slackapi/bolt-python, issue 925).
 */
function placeOf(
  event: EventCallback['event'],
  bot: SlackIdentity,
): Pick<SlackMessageInput, 'where' | 'isMention'> | null {
  const { type, channel, channel_type: kind, text, subtype } = event;
  const isDirect = typeof channel === 'string' && channel.startsWith('D');
  // There it would be the same message once more.
  if (type === 'app_mention') return isDirect ? null : { where: 'channel', isMention: true };
  if (kind === 'im') return { where: 'direct', isMention: false };
  const isChannel = kind === 'channel' || kind === 'group';
  const isMention = mentions(text, bot);
  return isChannel && (!isMention || subtype === 'file_share') ? { where: 'channel', isMention } : null;
}

function mentions(text: unknown, { user }: SlackIdentity): boolean {
  return typeof text === 'string' && (text.includes(`<@${user}>`) || text.includes(`<@${user}|`));
}

/** A stranger in a shared channel is of their own workspace, though the event comes for ours; an organisation is none. */
function teamOf({ team_id, enterprise_id }: EventCallback, ofSender: string | null): string {
  return ofSender === null || ofSender === enterprise_id ? team_id : ofSender;
}
