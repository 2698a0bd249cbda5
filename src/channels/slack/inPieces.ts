/** Before how many characters from its end a piece is cut at the latest, for the sake of a word or a line. */
const BACK = 200;

/**
 * A text in pieces of at most so many characters, which are all of it together; none for ''. They are cut after white
 * space where there is any near, and never within a character.
 */
export function inPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + most >= text.length ? text.length : endOf(text, at, most);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

function endOf(text: string, at: number, most: number): number {
  const near = text.slice(Math.max(at, at + most - BACK), at + most);
  const spaced = /^[\s\S]*\s/.exec(near)?.[0].length ?? 0;
  if (spaced > 0) return at + most - near.length + spaced;
  // The first half of a character that has two.
  return /[\uD800-\uDBFF]$/.test(near) ? at + most - 1 : at + most;
}
