import { z } from 'zod';
import { plainLine } from '../plainLine.ts';
import { orNull } from './orNull.ts';
import type { SlackFile } from './slackFile.ts';
import { slackId } from './slackIds.ts';

/** Longest name that is kept, in characters; Slack itself takes longer ones. */
const LONGEST_NAME = 200;

/** Of a workspace's limit, deleted, and kept elsewhere: there is nothing to be had (docs.slack.dev, "File object"). */
const GONE: readonly string[] = ['hidden_by_limit', 'tombstone', 'external'];

/** A file as it comes with a message. */
export const fileSchema: z.ZodType<SlackFile> = z
  .object({
    id: slackId,
    name: orNull(z.string()),
    mode: orNull(z.string()),
    url_private: orNull(z.string()),
    url_private_download: orNull(z.string()),
  })
  .transform(({ id, name, mode, ...urls }) => ({
    id,
    name: cutName(name ?? ''),
    url: GONE.includes(mode ?? '') ? null : (urls.url_private_download ?? urls.url_private),
  }));

function cutName(name: string): string | null {
  const line = [...plainLine(name)].slice(0, LONGEST_NAME).join('').trimEnd();
  return line === '' ? null : line;
}
