/**
 * What is told apart by eye and by ear: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, 6/G or M/N beside each other, of the letters that
 * rhyme with "three" none, and no vowel, so that nothing spells a word. Sixteen to the sixth are 16.7 million ids; one
 * that is taken already is refused by the storage, and the turn runs again with another.
 */
const ALPHABET = '234679FHJKMQRWXY';

/** A hyphen as people and programs write it, or a space. */
const GAP = '[\\s\\p{Pd}]';

/** The beginning, the six, and up to three hyphens or spaces between any two of them. */
const WRITTEN = `U${GAP}{0,3}N((?:${GAP}{0,3}[${ALPHABET}]){6})`;

/** Not in the middle of a word. */
const ID = new RegExp(`(?<![\\p{L}\\p{N}])${WRITTEN}(?![\\p{L}\\p{N}])`, 'iu');
const WHOLE = new RegExp(`^\\s*${WRITTEN}\\s*$`, 'iu');

/** A new id such as `UN-7K3Q-M2`. `randomInt` gives a number from 0 that is below its argument. */
export function newCaseId(randomInt: (below: number) => number): string {
  return written(Array.from({ length: 6 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''));
}

/** The first id in a text, however it is spaced, hyphenated or capitalised; null where there is none. */
export function readCaseId(typed: string): string | null {
  return read(ID, typed);
}

/** The id that a text is, written in any of these ways; null where it is anything else, or more. */
export function wholeCaseId(typed: string): string | null {
  return read(WHOLE, typed);
}

function read(pattern: RegExp, typed: string): string | null {
  const found = pattern.exec(typed.normalize('NFKC'))?.[1];
  return found === undefined ? null : written(found.toUpperCase().replace(/[^0-9A-Z]/g, ''));
}

function written(six: string): string {
  return `UN-${six.slice(0, 4)}-${six.slice(4)}`;
}
