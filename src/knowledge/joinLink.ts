/** A link to an online meeting, exactly as it was given. */
export interface JoinLink {
  readonly url: string;
  /** `teams`: a Microsoft Teams meeting; `lync`: anything else that has the form of a join link. */
  readonly kind: 'teams' | 'lync';
  /** Lower case, without port. */
  readonly host: string;
}

const TEAMS_HOSTS = ['teams.microsoft.com', 'teams.live.com', 'teams.cloud.microsoft', 'gov.teams.microsoft.us'];

/** Lync Online's own host: here alone a path of one part is enough. Source: KB 2423848's meeting links. */
const LYNC_ONLINE_HOST = 'meet.lync.com';

/** What ends a link in running text: white space, angle brackets and straight quotes. */
const LINK = /https?:\/\/[^\s<>"]+/gi;

/** Punctuation of the sentence around a link rather than of the link. */
const TRAILING = new Set([...".,;:!?'’”»)]}*_"]);

/**
 * The first join link in a text of any length, or null. Mail programs' Safe Links wrapping is undone.
 * Takes time linear in the text. Nothing is fetched.
 */
export function findJoinLink(text: string): JoinLink | null {
  for (const [found] of text.matchAll(LINK)) {
    const link = readJoinLink(trimmed(found));
    if (link) return link;
  }
  return null;
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
  const wrapped = isSafeLink(url) ? url.searchParams.get('url') : null;
  if (wrapped) return isSafeLink(parse(wrapped)) ? null : readJoinLink(wrapped);
  const parts = url.pathname.split('/').filter((part) => part !== '').length;
  const enough = url.hostname === LYNC_ONLINE_HOST ? 1 : 2;
  if (url.username || url.password || parts < enough || isSafeLink(url)) return null;
  return { url: text, host: url.hostname, kind: TEAMS_HOSTS.includes(url.hostname) ? 'teams' : 'lync' };
}

function parse(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

function isSafeLink(url: URL | null): boolean {
  return url?.hostname.endsWith('.safelinks.protection.outlook.com') ?? false;
}

function trimmed(found: string): string {
  let end = found.length;
  while (end > 0 && TRAILING.has(found.charAt(end - 1)) && !closesWithin(found, end)) end -= 1;
  return found.slice(0, end);
}

/** A closing bracket belongs to the link when it was opened in it. */
function closesWithin(found: string, end: number): boolean {
  return found.charAt(end - 1) === ')' && found.lastIndexOf('(', end - 2) > found.lastIndexOf(')', end - 2);
}
