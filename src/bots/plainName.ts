import { cleanText } from '../cards/cleanText.ts';
import { shownLine } from '../cards/shownText.ts';

/** Longest name that is shown, in characters. Source: a display name in Entra has at most 256; a line of chat has fewer. */
const NAME_LIMIT = 60;

/** What makes an address or a tag of a name, even where nothing is read as markup. */
const ADDRESSING = /[:/\\@<>]+|\.(?=\w)/g;

/** A name that came from a channel, in one line of plain, single-spaced text, with nothing that clients make a link of. */
export function plainName(name: string): string {
  const cleaned = cleanText(name.slice(0, 2 * NAME_LIMIT)).replace(ADDRESSING, ' ');
  return shownLine(cleaned.replace(/\s+/g, ' ').trim(), NAME_LIMIT);
}
