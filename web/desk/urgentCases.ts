import type { ListedCase } from './deskTypes.ts';

/** The cases that are urgent and that nobody has taken. */
export function urgentCases(cases: readonly ListedCase[]): readonly ListedCase[] {
  return cases.filter(({ status, urgency }) => status === 'waiting' && urgency !== null);
}

/** Those of them that weren't urgent, or weren't there, before. */
export function newlyUrgent(before: readonly ListedCase[], now: readonly ListedCase[]): readonly ListedCase[] {
  const known = new Set(urgentCases(before).map(({ id }) => id));
  return urgentCases(now).filter(({ id }) => !known.has(id));
}
