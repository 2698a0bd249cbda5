/** Punctuation of the sentence around a link rather than of the link. */
const TRAILING = new Set([...".,;:!?'’”»)*_"]);

/**
 * A link found in running text without the punctuation that follows it there. A closing bracket stays where the link
 * has as many opening ones. Looks at each character twice at most.
 */
export function trimLink(found: string): string {
  let unopened = 0;
  for (let index = 0; index < found.length; index += 1) unopened += weightOf(found.charAt(index));
  let end = found.length;
  while (end > 0) {
    const last = found.charAt(end - 1);
    if (!TRAILING.has(last) || (last === ')' && unopened <= 0)) break;
    unopened -= weightOf(last);
    end -= 1;
  }
  return found.slice(0, end);
}

function weightOf(character: string): number {
  return character === ')' ? 1 : character === '(' ? -1 : 0;
}
