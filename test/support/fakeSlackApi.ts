import type { FakeSlackAges } from './fakeSlackAges.ts';
import type { SlackRequest } from './fakeSlackCall.ts';
import { messageFaults, uploadFaults, viewFaults } from './fakeSlackChecks.ts';
import type { FakeSlackFiles } from './fakeSlackFiles.ts';
import { type FakeSlackPosts, wireMessage } from './fakeSlackPosts.ts';
import { scopeOf } from './fakeSlackScopes.ts';
import { keepView } from './fakeSlackViews.ts';
import { directChannel, type SlackPersonOfTest, WORKSPACE } from './slackWorkspace.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the Web API works on. */
export interface FakeSlackState {
  /** With a slash at its end. */
  readonly origin: string;
  readonly posts: FakeSlackPosts;
  readonly files: FakeSlackFiles;
  readonly people: Map<string, SlackPersonOfTest>;
  /** What each person has on the App Home tab. */
  readonly homes: Map<string, Json>;
  /** Modals by their ids. */
  readonly views: Map<string, Json>;
  /** With the id of the modal that was opened by each. */
  readonly usedTriggers: Map<string, string>;
  readonly oldTriggers: Set<string>;
  /** Of triggers and response addresses. */
  readonly ages: FakeSlackAges;
  /** How often each response address was used. */
  readonly responses: Map<string, number>;
  /** Mentions that are meant. */
  readonly mentions: Set<string>;
  /** What Slack would have refused. */
  readonly faults: string[];
  /** What the bot's token may do. */
  readonly scopes: Set<string>;
  /** A fresh address for a socket. */
  readonly socketUrl: () => string;
}

/** What a method answers: with `error` it has failed. `ts` is of the message that it is about. */
export type SlackAnswer = Json & { readonly error?: string; readonly ts?: string };

type Method = (body: Json, state: FakeSlackState) => SlackAnswer;

/** Does what a method of the Web API does. */
export function runSlackMethod(call: SlackRequest, state: FakeSlackState): SlackAnswer {
  const { method, token, body } = call;
  const run = METHODS[method];
  if (!run) return { error: 'unknown_method' };
  if (token === '') return { error: 'not_authed' };
  const isForApp = method === 'apps.connections.open';
  if (token === (isForApp ? WORKSPACE.appToken : WORKSPACE.botToken)) return missing(call, state) ?? run(body, state);
  const isOther = token === WORKSPACE.botToken || token === WORKSPACE.appToken;
  return { error: isOther ? 'not_allowed_token_type' : 'invalid_auth' };
}

function missing(call: SlackRequest, { scopes }: FakeSlackState): SlackAnswer | null {
  const needed = scopeOf(call);
  if (needed === '' || scopes.has(needed)) return null;
  return { error: 'missing_scope', needed, provided: [...scopes].join() };
}

/** Notes what Slack would have refused, and says whether there was anything. */
export function isRefused(method: string, found: readonly string[], { faults }: FakeSlackState): boolean {
  faults.push(...found.map((each) => `${method}: ${each}`));
  return found.length > 0;
}

/** In milliseconds. Source: docs.slack.dev, "Modals", trigger ids. */
const TRIGGER_LIVES = 3_000;

/** Files in one message. With more Slack fails, and doesn't say why. Source: slackapi/python-slack-sdk, issue 1653. */
const MOST_FILES = 14;

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': (_, { origin }) => ({
    ...{ url: origin, team: 'Contoso', user: 'unstuck', is_enterprise_install: false },
    ...{ team_id: WORKSPACE.team, user_id: WORKSPACE.user, bot_id: WORKSPACE.bot },
  }),
  'apps.connections.open': (_, { socketUrl }) => ({ url: socketUrl() }),
  'chat.postMessage': (body, state) => {
    const error = messageError('chat.postMessage', body, state);
    if (error !== '') return { error };
    const post = state.posts.post({ ...body, channel: channelOf(body) });
    return { channel: post.channel, ts: post.ts, message: wireMessage(post, true) };
  },
  'chat.postEphemeral': (body, state) => {
    if (body['user'] === undefined) return { error: 'user_not_in_channel' };
    const error = messageError('chat.postEphemeral', body, state);
    if (error !== '') return { error };
    const ts = state.posts.newTs();
    return { ts, message_ts: ts };
  },
  'chat.update': (body, state) => {
    const error = messageError('chat.update', body, state);
    if (error !== '') return { error };
    const post = state.posts.update(body);
    if (post === null) return { error: 'message_not_found' };
    return { channel: post.channel, ts: post.ts, text: post.text, message: wireMessage(post, true) };
  },
  'conversations.open': (body) => ({ channel: { id: directChannel({ id: String(body['users']) }) } }),
  'conversations.history': (body, state) => {
    const roots = state.posts.in(String(body['channel'])).filter(({ thread, ts }) => thread === null || thread === ts);
    return page([...roots].reverse(), body);
  },
  'conversations.replies': (body, state) => {
    const root = body['ts'];
    return page(
      state.posts.in(String(body['channel'])).filter(({ thread, ts }) => thread === root || ts === root),
      body,
    );
  },
  'users.info': (body, { people }) => {
    const who = people.get(String(body['user']));
    return who ? { user: wireUser(who) } : { error: 'user_not_found' };
  },
  'views.open': (body, state) => {
    const trigger = String(body['trigger_id'] ?? '');
    if (trigger === '') return { error: 'invalid_arguments' };
    if (state.usedTriggers.has(trigger)) return { error: 'exchanged_trigger_id' };
    if (state.oldTriggers.has(trigger) || state.ages.isOlder(trigger, TRIGGER_LIVES))
      return { error: 'expired_trigger_id' };
    if (isRefused('views.open', viewFaults(body['view'] as Json | undefined), state))
      return { error: 'invalid_arguments' };
    const id = `V0FAKE${String(state.views.size + 1).padStart(4, '0')}`;
    state.usedTriggers.set(trigger, id);
    return { view: keepView(id, body['view'] as Json, state) };
  },
  'views.update': (body, state) => {
    const id = String(body['view_id'] ?? '');
    if (!state.views.has(id)) return { error: 'not_found' };
    if (isRefused('views.update', viewFaults(body['view'] as Json | undefined), state))
      return { error: 'invalid_arguments' };
    return { view: keepView(id, body['view'] as Json, state) };
  },
  'views.publish': (body, state) => {
    const view = body['view'] as Json;
    if (isRefused('views.publish', viewFaults(view), state)) return { error: 'invalid_arguments' };
    const published = { ...view, id: `V0HOME${body['user_id']}`, team_id: WORKSPACE.team, hash: 'h1' };
    state.homes.set(String(body['user_id']), published);
    return { view: published };
  },
  'files.getUploadURLExternal': (body, { files, origin }) => {
    const id = files.begin(String(body['filename']), Number(body['length']));
    return { file_id: id, upload_url: `${origin}upload/${id}` };
  },
  'files.completeUploadExternal': (body, state) => {
    const { files, mentions } = state;
    if ((body['files'] as Json[]).length > MOST_FILES) return { error: 'internal_error' };
    const found = uploadFaults(body, mentions);
    if (isRefused('files.completeUploadExternal', found, state)) return { error: 'invalid_blocks' };
    const done = files.complete(body);
    return done === null ? { error: 'file_not_found' } : { files: done };
  },
};

/** A direct message may be named by its user, too. */
function channelOf(body: Json): string {
  const channel = String(body['channel'] ?? '');
  return channel.startsWith('U') ? directChannel({ id: channel }) : channel;
}

function messageError(method: string, body: Json, state: FakeSlackState): string {
  if (!/^[CDGU]/.test(channelOf(body))) return 'channel_not_found';
  const metadata = body['metadata'] as Json | undefined;
  if (metadata && Object.keys(metadata).length > 0 && typeof metadata['event_type'] !== 'string') {
    return 'invalid_metadata_format';
  }
  const found = messageFaults(body, state.mentions);
  if (!isRefused(method, found, state)) return '';
  return found[0] === 'a message without text' ? 'no_text' : 'invalid_blocks';
}

/** Most that Slack gives at once when nobody says. Source: docs.slack.dev, "conversations.history". */
const PAGE = 100;

function page(posts: ReturnType<FakeSlackPosts['in']>, body: Json): SlackAnswer {
  const { oldest = '0', latest = '9999999999.999999', inclusive = false, limit = PAGE, cursor = '0' } = body;
  const isWithin = (ts: string) =>
    (ts > String(oldest) && ts < String(latest)) || (inclusive === true && (ts === oldest || ts === latest));
  const all = posts.filter(({ ts }) => isWithin(ts));
  const next = Number(cursor) + Number(limit);
  const isMore = next < all.length;
  return {
    messages: all.slice(Number(cursor), next).map((post) => wireMessage(post, body['include_all_metadata'] === true)),
    has_more: isMore,
    ...(isMore && { response_metadata: { next_cursor: String(next) } }),
  };
}

function wireUser({ id, name, short, timeZone, info }: SlackPersonOfTest): Json {
  return {
    ...{ id, team_id: WORKSPACE.team, name: short, real_name: name, deleted: false, is_bot: false },
    tz: timeZone,
    profile: { real_name: name, display_name: name, team: WORKSPACE.team },
    ...info,
  };
}
