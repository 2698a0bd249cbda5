import type { FetchedFile } from '../fetchedFile.ts';
import { type FileTools, fetchFile } from '../fetchFile.ts';
import type { BotToken } from './botToken.ts';
import { type FileAddresses, fileAddressRule, type TeamsFileSource } from './fileAddressRule.ts';

/** Fetches a file of a message. Never rejects. */
export type FetchTeamsFile = (source: TeamsFileSource) => Promise<FetchedFile>;

/** What fetching needs. */
export interface FileFetching extends FileAddresses, FileTools {
  /** The bot's token, for pasted pictures. */
  readonly token: BotToken;
}

const MOST_REDIRECTS = 3;

/**
 * Fetches files from Microsoft’s hosts alone, redirects included. The bot’s token goes to the address of a pasted
 * picture, which has to be where its message came from, and never along a redirect.
 */
export function createFetchTeamsFile(fetching: FileFetching): FetchTeamsFile {
  const rule = fileAddressRule(fetching);
  return (source) =>
    fetchFile(
      {
        url: source.url,
        allows: (url) => rule(url, source),
        token: source.kind === 'pasted' ? fetching.token : null,
        redirects: MOST_REDIRECTS,
      },
      fetching,
    );
}
