const ELLIPSIS = '…';

/** Cuts a text to at most `limit` characters (UTF-16 units, at least 1), the last of them an ellipsis. Never halves one. */
export function clampText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - ELLIPSIS.length).replace(/[\uD800-\uDBFF]$/, '')}${ELLIPSIS}`;
}
