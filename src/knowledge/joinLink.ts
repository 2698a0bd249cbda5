import { trimLink } from './trimLink.ts';

/** A link to an online meeting, exactly as it was given. */
export interface JoinLink {
  readonly url: string;
  /** `teams`: a Microsoft Teams meeting; `lync`: anything else that has the form of a join link. */
  readonly kind: 'teams' | 'lync';
  /** Lower case, without port. */
  readonly host: string;
}

const TEAMS_HOSTS = ['teams.microsoft.com', 'teams.live.com', 'teams.cloud.microsoft', 'gov.teams.microsoft.us'];

/** Longest link in characters: the longest address that Internet Explorer opens, which the way in is made for. */
const LONGEST = 2083;

/** Lync Online's own host: here alone a path of one part is enough. Source: KB 2423848's meeting links. */
const LYNC_ONLINE_HOST = 'meet.lync.com';

/**
 * A link in running text: up to white space, an invisible character, or one of those that RFC 3986 keeps out of
 * addresses. So a label after `|`, as Slack writes it, and the brackets of Markdown stay out, too.
 */
const LINK = /https?:\/\/[^\s<>"{}|\\^`[\]\p{C}]+/giu;

/** The same from end to end, with a host and without user info, not even an empty one. */
const WHOLE_LINK = /^https?:\/\/[^\s<>"{}|\\^`[\]\p{C}/?#@]+(?:[/?#][^\s<>"{}|\\^`[\]\p{C}]*)?$/iu;

/**
 * The first join link in a text of any length, or null. Mail programs' Safe Links wrapping is undone.
 * Takes time linear in the text. Nothing is fetched.
 */
export function findJoinLink(text: string): JoinLink | null {
  for (const [found] of text.matchAll(LINK)) {
    const link = readJoinLink(trimLink(found));
    if (link) return link;
  }
  return null;
}

/**
 * The text with these words in the place of every address, if one of them is a join link; as it is, if none is.
 * Links can carry a passcode, and in what stands beside a join link another may. Takes time linear in the text.
 */
export function hideJoinLinks(text: string, instead: string): string {
  if (!findJoinLink(text)) return text;
  return text.replace(LINK, (found) => `${instead}${found.slice(trimLink(found).length)}`);
}

/** The link with `query` (`name=value`) in its query, before any `#`; a link that has it comes back as it is. */
export function withQuery(url: string, query: string): string {
  const hash = url.indexOf('#');
  const [address, fragment] = hash < 0 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
  const mark = address.indexOf('?');
  if (mark < 0) return `${address}?${query}${fragment}`;
  const given = address.slice(mark + 1).split('&');
  if (given.includes(query)) return url;
  return `${address.slice(0, mark)}?${[...given.filter((each) => each !== ''), query].join('&')}${fragment}`;
}

function readJoinLink(text: string): JoinLink | null {
  const url = parse(text);
  if (!url) return null;
  if (isSafeLink(url)) return unwrapped(url);
  const parts = url.pathname.split('/').filter((part) => part !== '').length;
  if (parts < (url.hostname === LYNC_ONLINE_HOST ? 1 : 2) || text.length > LONGEST) return null;
  return { url: text, host: url.hostname, kind: TEAMS_HOSTS.includes(url.hostname) ? 'teams' : 'lync' };
}

/** What a Safe Link leads to; one within another is nobody's honest invitation. */
function unwrapped(safeLink: URL): JoinLink | null {
  const text = safeLink.searchParams.get('url') ?? '';
  const url = parse(text);
  return url && !isSafeLink(url) ? readJoinLink(text) : null;
}

/** Not by `URL.canParse`: in Node 20, once that runs often, it says no to every host with a letter beyond ASCII. */
function parse(text: string): URL | null {
  if (!WHOLE_LINK.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function isSafeLink(url: URL): boolean {
  return url.hostname.endsWith('.safelinks.protection.outlook.com');
}
