/** A text as it is compared: lower case, one kind of apostrophe, no other punctuation, single spaces. */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[^\p{L}\p{N}'?/]+/gu, ' ')
    .trim()
    .split(' ')
    .map(withoutTail)
    .join(' ');
}

/** A word without the question marks and slashes after it; one that is nothing else keeps its first. */
function withoutTail(word: string): string {
  let end = word.length;
  while (end > 1 && /[?/]/.test(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}
