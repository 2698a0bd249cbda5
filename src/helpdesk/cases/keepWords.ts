import type { Case } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';

/** What the card shows of what was added: the newest, each cut, and of those as many as a case has room for. */
export function keepAdded({ text, files, added }: Pick<Case, 'text' | 'files' | 'added'>, more: string): string[] {
  const room = Math.max(CASE_LIMITS.leastAdded, CASE_LIMITS.words - bytes(text) - bytes(files));
  const kept = [...added, cut(more, CASE_LIMITS.addedLength)].slice(-CASE_LIMITS.added);
  while (kept.length > 1 && bytes(kept) > room) kept.shift();
  return bytes(kept) > room ? [cutToFit(more, room)] : kept;
}

/** The names that the card shows: the newest, each cut. */
export function keepFiles(names: readonly string[]): string[] {
  return names.slice(-CASE_LIMITS.files).map((name) => cut(name, CASE_LIMITS.fileLength));
}

/** So much of it that it fits in so many bytes, whatever it is written in. */
function cutToFit(text: string, room: number): string {
  let kept = cut(text, CASE_LIMITS.addedLength);
  while (bytes([kept]) > room) kept = cut(kept, Math.floor(kept.length * 0.8));
  return kept;
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function bytes(value: string | readonly string[]): number {
  return Buffer.byteLength(JSON.stringify(value));
}
