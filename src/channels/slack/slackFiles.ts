import type { Activity } from 'botbuilder';
import type { SlackFile } from './slackFile.ts';

/** The attachment type of a file that came with a message; its address is in `contentUrl`. */
export const SLACK_FILE = 'application/vnd.unstuck.slack-file';

/** A file of a message that can be fetched: `createFetchSlackFile`. The address is not to be trusted. */
export interface SlackFileIn extends Pick<SlackFile, 'name'> {
  readonly url: string;
}

/** The files that came with a message. */
export interface SlackFiles {
  /** In their order. */
  readonly files: readonly SlackFileIn[];
  /** Why there is more than that: some of a `kind` that lies elsewhere, or a larger `number` than is taken. */
  readonly left: readonly ('kind' | 'number')[];
}

/** Most files of one message that are taken; as many as Slack's own apps let somebody send at once. */
export const MOST_FILES = 10;

/** The files that came with a message. */
export function slackFilesIn({ attachments = [] }: Partial<Activity>): SlackFiles {
  const all = attachments.filter(({ contentType }) => contentType === SLACK_FILE);
  const files = all.flatMap(({ contentUrl: url, name = null }) => (url === undefined ? [] : [{ url, name }]));
  return {
    files: files.slice(0, MOST_FILES),
    left: [
      ...(files.length < all.length ? (['kind'] as const) : []),
      ...(files.length > MOST_FILES ? (['number'] as const) : []),
    ],
  };
}
