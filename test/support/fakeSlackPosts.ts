import { WORKSPACE } from './slackWorkspace.ts';

type Json = Readonly<Record<string, unknown>>;

/** A message in the fake workspace, as it now stands. */
export interface SlackPost {
  readonly channel: string;
  readonly ts: string;
  /** The message in whose thread it is; null outside of threads. */
  readonly thread: string | null;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly metadata: { readonly event_type: string; readonly event_payload: Json } | null;
  readonly isEdited: boolean;
}

/** What the bot has said in the workspace. */
export interface FakeSlackPosts {
  post(body: Json): SlackPost;
  /** Null when there is no such message. */
  update(body: Json): SlackPost | null;
  /** A ts of its own, for what isn't kept. */
  newTs(): string;
  /** A channel's, with its threads, oldest first. */
  in(channel: string): readonly SlackPost[];
}

/** An empty workspace. The clock gives the whole seconds of each ts; it may stand still. */
export function fakeSlackPosts(now: () => Date): FakeSlackPosts {
  const posts: SlackPost[] = [];
  let [made, blocks] = [122, 0];
  const newTs = () => {
    made += 1;
    return `${Math.floor(now().getTime() / 1000)}.${String(made).padStart(6, '0')}`;
  };
  /** Slack names each block that has no name. */
  const named = (drawn: unknown) =>
    ((drawn ?? []) as Json[]).map((block) => ({ block_id: `b${String(++blocks).padStart(4, '0')}`, ...block }));
  return {
    newTs,
    in: (channel) => posts.filter((post) => post.channel === channel),
    post(body) {
      const post = {
        channel: String(body['channel']),
        ts: newTs(),
        thread: body['thread_ts'] === undefined ? null : String(body['thread_ts']),
        text: String(body['text']),
        blocks: named(body['blocks']),
        metadata: (body['metadata'] ?? null) as SlackPost['metadata'],
        isEdited: false,
      };
      posts.push(post);
      return post;
    },
    /** What is left out stays; an empty list or object takes it away. */
    update(body) {
      const at = posts.findIndex(({ channel, ts }) => channel === body['channel'] && ts === body['ts']);
      const before = posts[at];
      if (!before) return null;
      const metadata = body['metadata'] as SlackPost['metadata'] | undefined;
      const after = {
        ...before,
        text: String(body['text'] ?? before.text),
        ...(body['blocks'] !== undefined && { blocks: named(body['blocks']) }),
        ...(metadata !== undefined && { metadata: metadata && 'event_type' in metadata ? metadata : null }),
        isEdited: true,
      };
      posts[at] = after;
      return after;
    },
  };
}

/** A message as the history gives it. */
export function wireMessage({ ts, thread, text, blocks, metadata }: SlackPost, withMetadata: boolean): Json {
  return {
    ...{ type: 'message', user: WORKSPACE.user, bot_id: WORKSPACE.bot, app_id: WORKSPACE.app, team: WORKSPACE.team },
    ...{ ts, text, blocks },
    ...(thread !== null && { thread_ts: thread }),
    ...(withMetadata && metadata !== null && { metadata }),
  };
}
