import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { plainLine } from '../plainLine.ts';

/** A file that came with a message, and where it is. The address is not to be trusted: `createFetchTeamsFile`. */
export interface TeamsFile {
  /** `attached` files are in somebody's OneDrive, `pasted` pictures with the channel itself. */
  readonly kind: 'attached' | 'pasted';
  readonly url: string;
  /** As the person's machine calls it, one line; null where nobody does. */
  readonly name: string | null;
}

/** What came with a message besides its words. */
export interface TeamsFiles {
  /** In their order. In channels and group chats there are none for bots to fetch. */
  readonly files: readonly TeamsFile[];
  /** Why there is more than that: something of a `kind` that bots can't fetch, or a larger `number` than is taken. */
  readonly left: readonly ('kind' | 'number')[];
}

/** Longest address that is read, in characters. Those of attached files carry a token. */
const LONGEST_URL = 8_000;

/** Longest name that is kept, in characters. */
const LONGEST_NAME = 200;

/** Most files of one message that are taken. */
const MOST = 10;

const url = z.string().min(1).max(LONGEST_URL);

const attachedFile = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  content: z.object({ downloadUrl: url }),
  name: z.string().nullish().catch(null),
});

/** Teams says `image/*` for most, whatever they are; the HTML of the message has other addresses, which are of no use. */
const pastedPicture = z.object({
  contentType: z.string().startsWith('image/'),
  contentUrl: url,
  name: z.string().nullish().catch(null),
});

/** What was typed comes once more as HTML, and with words a link's preview or a quoted message, which say nothing new. */
const OF_WORDS = /^(?:messageReference$|application\/vnd\.microsoft\.card\.(?!codesnippet$))/;

/** The files that came with a message. */
export function teamsFilesIn({ attachments = [], text = '' }: Partial<Activity>): TeamsFiles {
  const files = attachments.flatMap((each) => fileIn(each));
  const isSaid = (contentType: string) => contentType === 'text/html' || (text !== '' && OF_WORDS.test(contentType));
  const hasOthers = attachments.some((each) => fileIn(each).length === 0 && !isSaid(each.contentType));
  return {
    files: files.slice(0, MOST),
    left: [...(hasOthers ? (['kind'] as const) : []), ...(files.length > MOST ? (['number'] as const) : [])],
  };
}

function fileIn(attachment: unknown): readonly TeamsFile[] {
  const attached = attachedFile.safeParse(attachment).data;
  if (attached !== undefined) {
    return [{ kind: 'attached', url: attached.content.downloadUrl, name: plainName(attached.name) }];
  }
  const pasted = pastedPicture.safeParse(attachment).data;
  return pasted === undefined ? [] : [{ kind: 'pasted', url: pasted.contentUrl, name: plainName(pasted.name) }];
}

function plainName(name: string | null | undefined): string | null {
  // By whole characters, so that none is cut in half.
  return [...plainLine(name ?? '')].slice(0, LONGEST_NAME).join('') || null;
}
