import type { Life } from './lives.ts';

/** Whoever has posted something notes it within so many milliseconds, if it lives; far less, but machines are busy. */
const NOTED_WITHIN = 5_000;

/** Something that was sent, by which life; null where nobody can tell. */
export interface SentOnce {
  readonly at: number;
  readonly life: number | null;
}

/** Whether something may have been sent again: the life that sent it may have ended before it noted that. */
export function mayBeAgain(lives: readonly Life[], before: SentOnce, again: SentOnce): boolean {
  if (before.life === null || again.life === before.life) return false;
  const endedAt = lives[before.life]?.endedAt ?? null;
  return endedAt !== null && endedAt - before.at < NOTED_WITHIN;
}
