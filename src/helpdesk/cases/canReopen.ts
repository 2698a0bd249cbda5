import type { Case } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';

/** Whether a closed case can still be opened again; false for one that isn't closed. */
export function canReopen({ closed }: Pick<Case, 'closed'>, at: Date): boolean {
  return closed !== null && at.getTime() <= Date.parse(closed.at) + CASE_LIMITS.reopenMs;
}
