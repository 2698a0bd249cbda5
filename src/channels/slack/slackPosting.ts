import type { KnownBlock } from '@slack/web-api';
import { z } from 'zod';
import type { CallSlack } from './callSlack.ts';
import type { ChannelPace } from './channelPace.ts';
import { messageArgs } from './messageArgs.ts';
import type { SlackApi, SlackTarget, SlackUpload } from './slackApi.ts';
import { SlackCallError } from './slackCallError.ts';

/** What posting takes. */
export interface SlackPostingParts {
  readonly call: CallSlack;
  /** With time enough for a file. */
  readonly upload: CallSlack;
  readonly pace: ChannelPace;
}

const done = z.looseObject({ ok: z.literal(true) });
const posted = z.looseObject({
  ts: z.string().min(1),
  message: z.looseObject({ thread_ts: z.string().optional() }).optional().catch(undefined),
});

/** What puts something into a channel, or changes it there: at the pace that Slack takes. */
export function slackPosting({
  call,
  upload,
  pace,
}: SlackPostingParts): Pick<SlackApi, 'post' | 'postEphemeral' | 'update' | 'upload'> {
  return {
    post: async (target, message, rank) => {
      const args = { ...placeOf(target), ...messageArgs(message) };
      const posting = () => call({ method: 'chat.postMessage', args, answer: posted });
      // A new case is to be seen, however much is said in the threads of others.
      const turn = { rank, beginsThread: target.thread === null };
      const { ts, message: shown } = await pace.post(target.channel, posting, turn);
      // An answer that stands beside its thread is there all the same.
      const isBeside = target.thread !== null && shown !== undefined && shown.thread_ts === undefined;
      if (isBeside && rank === 'outbox') throw new SlackCallError('chat.postMessage', NO_THREAD);
      return ts;
    },
    postEphemeral: async (target, user, message) => {
      const args = { ...placeOf(target), user, ...messageArgs(message) };
      const posting = () => call({ method: 'chat.postEphemeral', args, answer: done });
      await pace.post(target.channel, posting, { rank: 'answer' });
    },
    update: async (channel, ts, message, rank) => {
      const args = { channel, ts, ...messageArgs(message) };
      await pace.update(() => call({ method: 'chat.update', args, answer: done }), rank);
    },
    upload: async (target, files, words) => {
      const said = words === '' ? {} : { blocks: [wordsBlock(words)] };
      const args = { channel_id: target.channel, ...threadOf(target), ...said, file_uploads: files.map(fileArgs) };
      const uploading = () => upload({ method: 'files.uploadV2', args, answer: done });
      await pace.post(target.channel, uploading, { rank: 'outbox' });
    },
  };
}

/** What Slack has silently not done, as it says it elsewhere. */
const NO_THREAD = { statusCode: 404, slackCode: 'thread_not_found' };

/** As a comment beside files, words would be markup. */
function wordsBlock(text: string): KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text, emoji: false } };
}

function placeOf(target: SlackTarget): Readonly<Record<string, string>> {
  return { channel: target.channel, ...threadOf(target) };
}

function threadOf({ thread }: SlackTarget): Readonly<Record<string, string>> {
  return thread === null ? {} : { thread_ts: thread };
}

/**
 * WebClient asks for an address for each file, sends its bytes there, and then has all of them posted by one call; each
 * call is made once. Before the last one nobody sees anything, and bytes that were sent stay with Slack unseen: the next
 * attempt begins anew. Where the last one is not answered they may have been posted, which no metadata tells.
 */
function fileArgs({ name, bytes }: SlackUpload): Readonly<Record<string, unknown>> {
  return { file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), filename: name };
}
