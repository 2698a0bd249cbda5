import type { FetchedFile } from '../fetchedFile.ts';
import { type FileTools, fetchFile } from '../fetchFile.ts';
import type { SlackFile } from './slackFile.ts';
import { slackHosts } from './slackHosts.ts';

/** Fetches a file of a message. Never rejects. */
export type FetchSlackFile = (file: Pick<SlackFile, 'name' | 'url'>) => Promise<FetchedFile>;

/** What fetching needs. */
export interface SlackFileFetching extends FileTools {
  /** The bot's token: files are there for those alone who may see their channel. */
  readonly token: string;
  /** Default: Slack's own. */
  readonly apiUrl?: string | undefined;
}

/**
 * Fetches files from Slack's host for them alone. Without the right to read files Slack leads to its page for logging in,
 * or answers with it as if it were the file: neither is taken.
 */
export function createFetchSlackFile(fetching: SlackFileFetching): FetchSlackFile {
  const { files } = slackHosts(fetching.apiUrl);
  return async ({ name, url }) => {
    if (url === null) return { kind: 'refused', why: 'address-not-allowed' };
    const isPage = /\.html?$/i.test(name ?? '');
    return fetchFile(
      {
        url,
        allows: ({ origin }) => files.has(origin),
        token: async () => fetching.token,
        redirects: 0,
        refuses: ({ 'content-type': type }) => (!isPage && /^text\/html\b/i.test(String(type)) ? 'login-page' : null),
      },
      fetching,
    );
  };
}
