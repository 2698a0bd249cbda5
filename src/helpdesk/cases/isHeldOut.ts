import type { Case } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';

/** Whether whoever has a case has said *Still on it* as often as they can without doing anything. */
export function isHeldOut({ claim }: Pick<Case, 'claim'>): boolean {
  return claim !== null && claim.renewals >= CASE_LIMITS.renewals;
}
