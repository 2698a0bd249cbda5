import { type Dispatcher, request } from 'undici';
import type { FetchedFile } from './fetchedFile.ts';
import { readFile } from './readFile.ts';

/** A file that lies with somebody else. Its address is not to be trusted. */
export interface WantedFile {
  readonly url: string;
  /** Whether it may be fetched from there: also asked for each address that a redirect names. */
  readonly allows: (url: URL) => boolean;
  /** The bot's token goes to the first address alone; null, and one that gives null, for none. */
  readonly token: (() => Promise<string | null>) | null;
  /** How many redirects are followed. */
  readonly redirects: number;
  /** Why an answer is not the file, as a code, in spite of its status; null for one that is. */
  readonly refuses?: (headers: Dispatcher.ResponseData['headers']) => string | null;
}

/** What fetching takes. */
export interface FileTools {
  readonly dispatcher: Dispatcher;
  readonly now: () => Date;
  /** How long all of a file may take, in milliseconds; default 20,000. */
  readonly within?: number;
}

/** In milliseconds. The outbox gives a delivery 30 s, and what was read has to be written. */
const WITHIN = 20_000;

/** Fetches a file. Never rejects. */
export async function fetchFile(wanted: WantedFile, tools: FileTools): Promise<FetchedFile> {
  const signal = AbortSignal.timeout(tools.within ?? WITHIN);
  try {
    return await follow(wanted, { ...tools, signal });
  } catch (fault) {
    return { kind: 'not-taken', why: signal.aborted ? 'too-late' : codeOf(fault) };
  }
}

interface Following extends FileTools {
  readonly signal: AbortSignal;
}

async function follow(wanted: WantedFile, following: Following): Promise<FetchedFile> {
  let url = parsed(wanted.url);
  for (let redirects = 0; redirects <= wanted.redirects; redirects++) {
    if (url === null || !isAllowed(url, wanted)) return { kind: 'refused', why: 'address-not-allowed' };
    const token = wanted.token !== null && redirects === 0 ? await wanted.token() : null;
    const response = await get(url, token, following);
    const location = redirectOf(response);
    if (location === null) {
      return readFile(response, { withToken: token !== null, at: following.now(), refuses: wanted.refuses });
    }
    response.body.destroy();
    url = parsed(location, url);
  }
  return { kind: 'refused', why: 'too-many-redirects' };
}

/** Whatever the rule: an address with a user's name in it looks like another one. */
function isAllowed(url: URL, { allows }: WantedFile): boolean {
  return url.username === '' && url.password === '' && allows(url);
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
