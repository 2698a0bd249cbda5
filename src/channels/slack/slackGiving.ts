import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { answerInTime } from '../answerInTime.ts';
import type { FileSource } from '../filePorts.ts';
import { isRefusedForGood } from './refusedForGood.ts';
import type { SlackApi, SlackTarget, SlackUpload } from './slackApi.ts';
import { SlackCallError, type SlackFailure } from './slackCallError.ts';

const METHOD = 'files.uploadV2';

/** What giving files takes. */
export interface SlackGivingParts {
  readonly api: Pick<SlackApi, 'upload'>;
  /** Where the files are: each has 10 MB at most. */
  readonly files: FileSource;
  /** What is said instead of a file that isn't kept any more. */
  readonly fileGone: (name: string) => string;
}

/** A file that is kept, as the bot puts it on what it says. */
const attached = z.object({ name: z.string(), content: z.object({ file: z.string() }) });

/**
 * Together in one message: in bytes, as much as one file may have, since they are in memory; and so many files, since Slack
 * answers `internal_error` to fifteen (slackapi/python-slack-sdk, issue 1653).
 */
const TOGETHER = { bytes: 10 * 1024 * 1024, files: 10 };

/**
 * How long all of them may take, in milliseconds, waiting for their turn included: the message behind them has to be posted
 * in the time of the same delivery (`LIMITS.deliveryMs` of the dispatcher).
 */
const WITHIN = 13_000;

/**
 * Puts the files of an activity into a conversation, with its summary as their words, and has the activity posted behind
 * them by `post`, which gives what that does. It is posted last: it alone carries a mark, so where it is, Slack has taken
 * them, though it may show them later. Throws what that throws, and a `SlackCallError`.
 */
export async function postWithFiles(
  parts: SlackGivingParts,
  { target, activity }: { readonly target: SlackTarget; readonly activity: Partial<Activity> },
  post: (behind: Partial<Activity>) => Promise<string>,
): Promise<string> {
  let isBegun = false;
  const onGiven = () => {
    isBegun = true;
  };
  try {
    return await post(await giveFiles({ ...parts, onGiven }, target, activity));
  } catch (fault) {
    // Files are there by now: whatever comes next is a repeat of them.
    if (!isBegun || !(fault instanceof SlackCallError && fault.isUntried)) throw fault;
    throw new SlackCallError(METHOD, { slackCode: 'begun', cause: fault });
  }
}

interface GivingParts extends SlackGivingParts {
  /** Called once some are there. */
  readonly onGiven: () => void;
}

async function giveFiles(
  parts: GivingParts,
  target: SlackTarget,
  activity: Partial<Activity>,
): Promise<Partial<Activity>> {
  const { attachments = [], text = '' } = activity;
  const given = attachments.flatMap((each) => attached.safeParse(each).data ?? []);
  if (given.length === 0) return activity;
  // What goes on by itself then may still put them there: the next attempt says that it may be a repeat.
  const sent = await answerInTime(() => giveAll(parts, target, { given, words: activity.summary ?? '' }), {
    within: WITHIN,
    onLateFault: () => undefined,
  });
  if (sent.kind === 'running') throw new SlackCallError(METHOD, { slackCode: 'too_late' });
  const gone = sent.value.map(parts.fileGone);
  return gone.length === 0 ? activity : { ...activity, text: [text, ...gone].filter((part) => part !== '').join('\n') };
}

interface Giving {
  readonly given: readonly z.infer<typeof attached>[];
  readonly words: string;
}

/** Gives the names of those that are gone. */
async function giveAll(
  { api, files, onGiven }: GivingParts,
  target: SlackTarget,
  { given, words }: Giving,
): Promise<readonly string[]> {
  const gone: string[] = [];
  let together: SlackUpload[] = [];
  const send = async () => {
    if (together.length === 0) return;
    await upload(api, target, { files: together, words });
    onGiven();
    together = [];
  };
  for (const { name, content } of given) {
    const file = await wholeFile(files, content.file);
    if (file === null) {
      gone.push(name);
      continue;
    }
    if (!fitTogether([...together, file])) await send();
    together.push(file);
  }
  await send();
  return gone;
}

function fitTogether(files: readonly SlackUpload[]): boolean {
  return files.length <= TOGETHER.files && sizeOf(files) <= TOGETHER.bytes;
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
 * What Slack won't have of a file, for whatever reason, says nothing of the conversation: that somebody has left, or a
 * channel is gone, is for the message behind it to find out.
 */
async function upload(
  api: SlackGivingParts['api'],
  target: SlackTarget,
  { files, words }: { readonly files: readonly SlackUpload[]; readonly words: string },
): Promise<void> {
  try {
    await api.upload(target, files, words);
  } catch (fault) {
    if (!isRefusedForGood(fault)) throw fault;
    const { statusCode, slackCode }: SlackFailure = { ...Object(fault) };
    throw new SlackCallError(METHOD, { statusCode: statusCode === 413 ? 413 : 400, slackCode, cause: fault });
  }
}
