import type { Case } from './case.ts';

const MINUTE = 60_000;

/**
 * How urgent a case is by the start of the meeting. `now`: it begins within 10 minutes or began at most an hour ago;
 * `soon`: it begins within the hour. A case that is solved or closed is never urgent.
 */
export function urgencyOf({ status, startsAt }: Case, at: Date): 'now' | 'soon' | 'none' {
  if (startsAt === null || status === 'solved' || status === 'closed') return 'none';
  const minutes = (Date.parse(startsAt) - at.getTime()) / MINUTE;
  if (minutes < -60 || minutes > 60) return 'none';
  return minutes <= 10 ? 'now' : 'soon';
}
