import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { FileSource } from '../filePorts.ts';
import { escapeSlack } from './escapeSlack.ts';
import type { SlackApi, SlackTarget, SlackUpload } from './slackApi.ts';
import { SlackCallError } from './slackCallError.ts';

/** What giving files takes. */
export interface SlackGivingParts {
  readonly api: Pick<SlackApi, 'upload'>;
  /** Where the files are: each has 10 MB at most. */
  readonly files: FileSource;
  /** What is said instead of a file that isn't kept any more. */
  readonly fileGone: (name: string) => string;
}

/** A file that is kept, as the bot puts it on what it says. */
const given = z.object({ name: z.string(), content: z.object({ file: z.string() }) });

/**
 * Together in one message, in bytes, which is as much as one file may have: they are in memory, and have to be sent in
 * the time of a call.
 */
const TOGETHER = 10 * 1024 * 1024;

/**
 * Puts the files of an activity into a conversation, with its summary as their words, and gives the activity as it is to
 * be posted behind them. It is posted last: it alone carries a mark, so where it is, Slack has taken them, though it may show them later. Throws a `SlackCallError`.
 */
export async function giveFiles(
  { api, files, fileGone }: SlackGivingParts,
  target: SlackTarget,
  activity: Partial<Activity>,
): Promise<Partial<Activity>> {
  const { attachments = [], summary = '', text = '' } = activity;
  const gone: string[] = [];
  let together: SlackUpload[] = [];
  const send = async () => {
    if (together.length > 0) await upload(api, target, { files: together, words: escapeSlack(summary) });
    together = [];
  };
  for (const { name, content } of attachments.flatMap((each) => given.safeParse(each).data ?? [])) {
    const file = await wholeFile(files, content.file);
    if (file === null) {
      gone.push(fileGone(name));
      continue;
    }
    if (sizeOf([...together, file]) > TOGETHER) await send();
    together.push(file);
  }
  await send();
  return gone.length === 0 ? activity : { ...activity, text: [text, ...gone].filter((part) => part !== '').join('\n') };
}

function sizeOf(files: readonly SlackUpload[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Null for one that was erased, also while it is read. */
async function wholeFile(files: FileSource, id: string): Promise<SlackUpload | null> {
  const facts = await files.facts(id);
  if (facts === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.read(id)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return bytes.length === facts.size ? { name: facts.name, bytes } : null;
}

/**
 * What Slack won't have of a file says nothing of the conversation: that somebody has left, or a channel is gone, is for
 * the message behind it to find out.
 */
async function upload(
  api: SlackGivingParts['api'],
  target: SlackTarget,
  { files, words }: { readonly files: readonly SlackUpload[]; readonly words: string },
): Promise<void> {
  try {
    await api.upload(target, files, words);
  } catch (fault) {
    const isFinal = fault instanceof SlackCallError && [403, 404, 410].includes(fault.statusCode ?? 0);
    if (!isFinal) throw fault;
    throw new SlackCallError('files.uploadV2', { statusCode: 400, slackCode: fault.slackCode, cause: fault });
  }
}
