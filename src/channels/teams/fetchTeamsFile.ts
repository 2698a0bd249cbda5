import { type Dispatcher, request } from 'undici';
import type { BotToken } from './botToken.ts';
import { type FileAddresses, type FileAddressRule, fileAddressRule, type TeamsFileSource } from './fileAddressRule.ts';
import { readTeamsFile } from './readTeamsFile.ts';

/**
 * A file, or why there is none. `refused`: there never will be. `not-taken`: trying again is of use. `why` is a code,
 * for the log and for the sentence to the person.
 */
export type FetchedFile =
  | {
      readonly kind: 'fetched';
      /** At most 10 MB; reading throws `UploadFault` for more, and when it breaks off. Leaving off closes the connection. */
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'not-taken'; readonly why: string; readonly retryAfterMs?: number | undefined };

/** Fetches a file of a message. Never rejects. */
export type FetchTeamsFile = (source: TeamsFileSource) => Promise<FetchedFile>;

/** What fetching needs. */
export interface FileFetching extends FileAddresses {
  readonly dispatcher: Dispatcher;
  /** The bot's token, for pasted pictures. */
  readonly token: BotToken;
  readonly now: () => Date;
  /** How long all of a file may take, in milliseconds; default 20,000. */
  readonly within?: number;
}

/** In milliseconds. The outbox gives a delivery 25 s, and what was read has to be written. */
const WITHIN = 20_000;

const MOST_REDIRECTS = 3;

/**
 * Fetches files from Microsoft’s hosts alone, redirects included. The bot’s token goes to the address of a pasted
 * picture, which has to be where its message came from, and never along a redirect.
 */
export function createFetchTeamsFile(fetching: FileFetching): FetchTeamsFile {
  const rule = fileAddressRule(fetching);
  return async (source) => {
    const signal = AbortSignal.timeout(fetching.within ?? WITHIN);
    try {
      return await follow(source, { ...fetching, rule, signal });
    } catch (fault) {
      return { kind: 'not-taken', why: signal.aborted ? 'too-late' : codeOf(fault) };
    }
  };
}

interface Following extends FileFetching {
  readonly rule: FileAddressRule;
  readonly signal: AbortSignal;
}

async function follow(source: TeamsFileSource, following: Following): Promise<FetchedFile> {
  let url = parsed(source.url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (url === null || !following.rule(url, source)) return { kind: 'refused', why: 'address-not-allowed' };
    const token = source.kind === 'pasted' && redirects === 0 ? await following.token() : null;
    const response = await get(url, token, following);
    const location = redirectOf(response);
    if (location === null) return readTeamsFile(response, { withToken: token !== null, at: following.now() });
    response.body.destroy();
    url = parsed(location, url);
  }
  return { kind: 'refused', why: 'too-many-redirects' };
}

async function get(
  url: URL,
  token: string | null,
  { dispatcher, signal }: Following,
): Promise<Dispatcher.ResponseData> {
  const response = await request(url, {
    ...{ dispatcher, signal },
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
  });
  // Whoever reads the body is told; while nobody does, a connection that breaks is nobody’s fault.
  response.body.on('error', () => undefined);
  return response;
}

/** Ours, Node's or undici's. */
function codeOf(fault: unknown): string {
  const hasCode = fault instanceof Error && 'code' in fault && typeof fault.code === 'string';
  return hasCode ? String(fault.code) : 'unexpected';
}

/** Where a redirect leads; null for an answer that is none. */
function redirectOf({ statusCode, headers: { location } }: Dispatcher.ResponseData): string | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  return isRedirect && typeof location === 'string' ? location : null;
}

function parsed(address: string, base?: URL): URL | null {
  return URL.canParse(address, base?.href) ? new URL(address, base) : null;
}
