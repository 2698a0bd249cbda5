import type { Life } from './lives.ts';

/**
 * Whoever has posted something notes it within so many milliseconds, if it lives. How much later it is sent again says
 * nothing: its lease has to run out first.
 */
const NOTED_WITHIN = 500;

/** On a busy machine it takes so long at the most, in milliseconds, now and then. */
const NOTED_AT_LAST = 5_000;

/** How many times it may have taken longer than it should: for so many lives one, and of a few lives so many. */
const LIVES_FOR_ONE = 20;
const FEW = 2;

/** Something that was sent, by which life; null where nobody can tell. */
export interface SentOnce {
  readonly at: number;
  readonly life: number | null;
}

/**
 * Whether the life that sent something may have ended before it noted that. `late`: it had longer for that than it should
 * need.
 */
export function mayBeUnnoted(lives: readonly Life[], { at, life }: SentOnce): 'yes' | 'late' | 'no' {
  const endedAt = life === null ? null : (lives[life]?.endedAt ?? null);
  if (endedAt === null || endedAt - at >= NOTED_AT_LAST) return 'no';
  return endedAt - at < NOTED_WITHIN ? 'yes' : 'late';
}

/** Whether something may have been sent again, since it may not have been noted. */
export function mayBeAgain(lives: readonly Life[], before: SentOnce, again: SentOnce): 'yes' | 'late' | 'no' {
  return again.life === before.life ? 'no' : mayBeUnnoted(lives, before);
}

/** What is wrong where so many came again that had been sent well before an end. */
export function flawsOfLate(late: number, lives: readonly Life[], what: string): readonly string[] {
  return late > Math.max(FEW, lives.length / LIVES_FOR_ONE)
    ? [`${late} ${what} came again that were sent more than ${NOTED_WITHIN} ms before an end`]
    : [];
}
