/**
 * What has no place in a line: control characters, what turns a line around or takes no room, half emoji, what only one
 * program knows, and what breaks lines.
 */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Private_Use}\p{Zl}\p{Zp}]/gu;

/** Text as one line that looks the same wherever it is shown, without spaces at its ends. */
export function plainLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(UNWANTED, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
