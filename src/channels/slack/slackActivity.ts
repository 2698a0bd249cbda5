import type { Activity } from 'botbuilder';
import { plainSlackText, type SlackNames } from './plainSlackText.ts';
import type { SlackIdentity, SlackPersonShown } from './slackApi.ts';
import type { SlackFile } from './slackFile.ts';
import { SLACK_FILE } from './slackFiles.ts';
import { threadOf } from './slackPlace.ts';
import type { SlackTurn } from './slackTurn.ts';

/** Something that somebody did, where it was done. */
export interface SlackDeed {
  readonly delivery: string;
  readonly user: string;
  readonly channel: string;
  readonly where: 'direct' | 'channel';
  /** The message that its thread begins with; in a channel, a message of its own begins one. */
  readonly thread: string | null;
  /** That message is what was said or clicked itself: perhaps nobody sees a thread there yet. */
  readonly beginsThread?: boolean;
  readonly said?: {
    readonly text: string;
    /** Of those whom it mentions, as far as they are known. */
    readonly names?: SlackNames;
    readonly files: readonly SlackFile[];
    readonly isMention: boolean;
    readonly isShared: boolean;
    readonly isInOwnThread: boolean;
  };
  /** A click: what it sends back, and the message with the button; null where that isn't to be changed. */
  readonly clicked?: { readonly value: unknown; readonly message: string | null; readonly ephemeral: string | null };
}

/** As an activity, in words: escapes, links and mentions of Slack's own writing are undone. */
export function slackActivity(
  { said, clicked, ...deed }: SlackDeed,
  { team, user: bot }: SlackIdentity,
  person: SlackPersonShown,
): Activity {
  const isDirect = deed.where === 'direct';
  const plain = said && plainSlackText(said.text, bot, said.names);
  const slack: SlackTurn = {
    thread: isDirect ? deed.thread : null,
    beginsThread: deed.beginsThread ?? false,
    isMention: said?.isMention ?? false,
    isShared: said?.isShared ?? false,
    isInOwnThread: said?.isInOwnThread ?? false,
    ephemeral: clicked?.ephemeral ?? null,
  };
  const activity: Partial<Activity> = {
    type: 'message',
    id: deed.delivery,
    channelId: 'slack',
    serviceUrl: 'https://slack.com/',
    conversation: {
      id: isDirect || deed.thread === null ? deed.channel : threadOf(deed.channel, deed.thread),
      conversationType: isDirect ? 'personal' : 'channel',
      isGroup: !isDirect,
      tenantId: team,
      name: '',
    },
    from: { id: deed.user, name: person.name },
    recipient: { id: bot, name: '' },
    ...(person.timeZone !== null && { localTimezone: person.timeZone }),
    ...(plain && {
      text: plain.text,
      // Their names are part of what was said, and stay in the text.
      entities: plain.mentioned.map((id) => mentionOf(id, said?.names?.get(id) ?? '')),
    }),
    ...(said && said.files.length > 0 && { attachments: said.files.map(attachmentOf) }),
    ...(clicked && { value: clicked.value, ...(clicked.message !== null && { replyToId: clicked.message }) }),
    channelData: { slack },
  };
  // All that the bot reads of one; the SDK's type asks for what other channels have.
  return activity as Activity;
}

function mentionOf(id: string, name: string) {
  return { type: 'mention', text: '', mentioned: { id, name } };
}

function attachmentOf({ name, url }: SlackFile) {
  return { contentType: SLACK_FILE, ...(url !== null && { contentUrl: url }), ...(name !== null && { name }) };
}
