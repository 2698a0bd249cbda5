import type { Case } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';

/** Until when a closed case can be opened again; null for one that isn't closed. */
export function reopenUntil({ closed }: Pick<Case, 'closed'>): Date | null {
  return closed && new Date(Date.parse(closed.at) + CASE_LIMITS.reopenMs);
}
