import { slackIds } from './slackIds.ts';
import { slackRichText, slackText } from './slackText.ts';
import { directChannel, type SlackPersonOfTest, WORKSPACE } from './slackWorkspace.ts';

/** What Slack posts. */
export type SlackPayload = Readonly<Record<string, unknown>>;

/** Where something is said: in the direct message with the bot where no channel is named. */
export interface SlackWhere {
  /** `C…`, or `G…` for a private one. */
  readonly channel?: string;
  /** The message in whose thread it is. */
  readonly thread?: string;
  /** Who wrote that; default: the bot. */
  readonly begunBy?: string;
}

/** A file that somebody sends. */
export interface SlackFileSent {
  readonly name: string;
  /** Where the bot gets it, such as `serveFile` of the fake gives; null for one that lies elsewhere. */
  readonly url: string | null;
  readonly type?: string;
  readonly size?: number;
}

/** What one person makes happen, as the Events API posts it. Each has an event id of its own. */
export interface SlackEvents {
  /** A typed message. A channel's message that mentions the bot is `mentions`. */
  says(text: string, where?: SlackWhere): SlackPayload;
  /** A message with text in Slack's own form, as it is. */
  saysRaw(text: string, where?: SlackWhere): SlackPayload;
  /** Files, with words or without. */
  shares(files: readonly SlackFileSent[], text?: string, where?: SlackWhere): SlackPayload;
  /** Said in a thread and sent to its channel, too. */
  broadcasts(text: string, where: SlackWhere & { readonly thread: string }): SlackPayload;
  /**
   * The two events of one message in a channel that begins with the bot's name, as both are subscribed to: `app_mention`
   * and `message`.
   */
  mentions(text: string, where: SlackWhere & { readonly channel: string }): readonly [SlackPayload, SlackPayload];
  /**
   * The message of a mention is edited: `app_mention` comes again, under another event id, and its change as
   * `message_changed`. Source: slackapi/bolt-js, issue 960.
   */
  editsMention(mention: SlackPayload, text: string): readonly [SlackPayload, SlackPayload];
  /** A mention with files: it comes as a message alone, without `app_mention`. */
  mentionsWithFiles(
    files: readonly SlackFileSent[],
    text: string,
    where: SlackWhere & { readonly channel: string },
  ): SlackPayload;
  /** Somebody edits what they said. */
  changes(ts: string, text: string, where?: SlackWhere): SlackPayload;
  /** Another bot says something; or our own. */
  botSays(text: string, whose: 'other' | 'own', where?: SlackWhere): SlackPayload;
  opensHome(tab: 'home' | 'messages'): SlackPayload;
  uninstalls(): SlackPayload;
  revokes(): SlackPayload;
}

/** Asked once, when the address is written into the app's settings. */
export function urlVerification(challenge: string): SlackPayload {
  return { token: TOKEN, challenge, type: 'url_verification' };
}

/** Slack's old way to prove itself. Nobody should look at it. */
const TOKEN = 'made-up-verification-token';

/** Events of one person in the workspace, or in another one. */
export function slackEvents(who: SlackPersonOfTest, team: string = WORKSPACE.team): SlackEvents {
  const callback = (event: SlackPayload): SlackPayload => wrap(event, team);
  const message = (where: SlackWhere, more: SlackPayload): SlackPayload => {
    const ts = slackIds.ts();
    return {
      ...{ user: who.id, type: 'message', ts, client_msg_id: slackIds.message(), team },
      ...placeOf(where, who),
      ...(where.thread !== undefined && { parent_user_id: where.begunBy ?? WORKSPACE.user }),
      event_ts: ts,
      ...more,
    };
  };
  const typed = (text: string) => ({ text: slackText(text), blocks: [slackRichText(text, slackIds.block())] });
  return {
    says: (text, where = {}) => callback(message(where, typed(text))),
    saysRaw: (text, where = {}) => callback(message(where, { text })),
    shares(files, text = '', where = {}) {
      const blocks = text === '' ? {} : { blocks: typed(text).blocks };
      return callback(message(where, { text: slackText(text), ...blocks, ...withFiles(files, who) }));
    },
    broadcasts(text, where) {
      const { begunBy = WORKSPACE.user } = where;
      const bot = begunBy === WORKSPACE.user ? { bot_id: WORKSPACE.bot } : {};
      const root = { type: 'message', user: begunBy, ...bot, ts: where.thread, text: '…' };
      // Whose thread it is these say by its root alone.
      const { parent_user_id: _, ...said }: SlackPayload = message(where, typed(text));
      return callback({ ...said, subtype: 'thread_broadcast', root });
    },
    mentions(text, where) {
      const said: SlackPayload = message(where, {
        text: `<@${WORKSPACE.user}> ${slackText(text)}`.trim(),
        blocks: [mentioning(text)],
      });
      const { channel_type: _, ...mention } = said;
      return [callback({ ...mention, type: 'app_mention' }), callback(said)];
    },
    editsMention(mention, text) {
      const { event_ts: _, ...before } = mention['event'] as SlackPayload;
      const at = slackIds.ts();
      const words = { text: `<@${WORKSPACE.user}> ${slackText(text)}`.trim(), blocks: [mentioning(text)] };
      const now: SlackPayload = { ...before, ...words, edited: { user: who.id, ts: at } };
      const { channel } = before;
      const kind = String(channel).startsWith('G') ? 'group' : 'channel';
      return [
        callback({ ...now, type: 'app_mention', event_ts: before['ts'] }),
        callback({
          ...{ type: 'message', subtype: 'message_changed', hidden: true, ts: at, event_ts: at },
          ...{ message: { ...now, type: 'message' }, previous_message: { ...before, type: 'message' } },
          ...{ channel, channel_type: kind },
        }),
      ];
    },
    mentionsWithFiles(files, text, where) {
      const said = { text: `<@${WORKSPACE.user}> ${slackText(text)}`.trim(), blocks: [mentioning(text)] };
      return callback(message(where, { ...said, ...withFiles(files, who) }));
    },
    changes(ts, text, where = {}) {
      const at = slackIds.ts();
      const edited = { user: who.id, ts: at };
      const now = { type: 'message', user: who.id, ts, ...typed(text), edited, team };
      const before = { type: 'message', user: who.id, ts, text: 'before', team };
      return callback({
        ...{ type: 'message', subtype: 'message_changed', hidden: true, ts: at, event_ts: at },
        ...{ message: now, previous_message: before, ...placeOf(where, who) },
      });
    },
    botSays(text, whose, where = {}) {
      const ts = slackIds.ts();
      const place = { ...placeOf(where, who), ts, event_ts: ts, text: slackText(text), team };
      const own = { user: WORKSPACE.user, bot_id: WORKSPACE.bot, app_id: WORKSPACE.app, type: 'message' };
      const other = { subtype: 'bot_message', bot_id: 'B0OTHER0001', username: 'Other', type: 'message' };
      return callback({ ...(whose === 'own' ? own : other), ...place });
    },
    opensHome: (tab) =>
      callback({
        ...{ type: 'app_home_opened', user: who.id, channel: directChannel(who), tab, event_ts: slackIds.ts() },
      }),
    uninstalls: () => callback({ type: 'app_uninstalled', event_ts: slackIds.ts() }),
    revokes: () =>
      callback({ type: 'tokens_revoked', tokens: { oauth: [], bot: [WORKSPACE.user] }, event_ts: slackIds.ts() }),
  };
}

function wrap(event: SlackPayload, team: string): SlackPayload {
  const authorization = { enterprise_id: null, team_id: team, user_id: WORKSPACE.user, is_bot: true };
  return {
    ...{ token: TOKEN, team_id: team, context_team_id: team, context_enterprise_id: null },
    ...{ api_app_id: WORKSPACE.app, event, type: 'event_callback', event_id: slackIds.event() },
    event_time: Math.floor(Number(event['event_ts'])),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    ...{ is_ext_shared_channel: false, event_context: `4-made-up-${team}` },
  };
}

function placeOf({ channel, thread }: SlackWhere, who: SlackPersonOfTest): SlackPayload {
  const type = channel === undefined ? 'im' : channel.startsWith('G') ? 'group' : 'channel';
  return {
    channel: channel ?? directChannel(who),
    channel_type: type,
    ...(thread !== undefined && { thread_ts: thread }),
  };
}

function mentioning(text: string): SlackPayload {
  const elements = [
    { type: 'user', user_id: WORKSPACE.user },
    { type: 'text', text: ` ${text}` },
  ];
  return { type: 'rich_text', block_id: slackIds.block(), elements: [{ type: 'rich_text_section', elements }] };
}

function withFiles(files: readonly SlackFileSent[], who: SlackPersonOfTest): SlackPayload {
  const all = files.map((file) => wireFile(file, who));
  return { subtype: 'file_share', files: all, upload: false, display_as_bot: false };
}

function wireFile(
  { name, url, type = 'application/octet-stream', size = 1024 }: SlackFileSent,
  who: SlackPersonOfTest,
) {
  const id = slackIds.file();
  const permalink = `https://${WORKSPACE.domain}.slack.com/files/${who.id}/${id}/${encodeURIComponent(name)}`;
  const where =
    url === null
      ? {
          mode: 'external',
          is_external: true,
          external_type: 'gdrive',
          url_private: 'https://drive.google.com/made-up',
        }
      : { mode: 'hosted', is_external: false, external_type: '', url_private: url, url_private_download: url };
  return {
    ...{ id, created: 1_700_000_000, timestamp: 1_700_000_000, name, title: name, mimetype: type },
    ...{ filetype: name.split('.').at(-1), pretty_type: 'File', user: who.id, user_team: WORKSPACE.team },
    ...{ editable: false, size, is_public: false, public_url_shared: false, display_as_bot: false, username: '' },
    ...where,
    ...{ permalink, permalink_public: `${permalink}-public`, has_rich_preview: false, file_access: 'visible' },
  };
}
