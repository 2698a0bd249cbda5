/** Control characters but the newline, the direction overrides and isolates that can turn a line around, and half emoji. */
const UNWANTED = /[\p{Cc}\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu;

/** Any way of writing a line's end. */
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g;

/**
 * Text that looks the same wherever it is shown: line ends are newlines, a tab is a space,
 * other control characters and direction overrides are gone. Markup in it stays as it is.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replaceAll('\t', ' ')
    .replace(UNWANTED, (found) => (found === '\n' ? found : ''));
}
