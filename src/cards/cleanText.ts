/**
 * Control characters but the newline, the direction overrides and isolates that can turn a line around, half emoji, and
 * what takes no room and joins nothing, as comes with copied text. The joiners that emoji and scripts need stay.
 */
const UNWANTED = /[\p{Cc}\u200B\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\p{Surrogate}]/gu;

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
