import type { Case } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';

/** Whether the person may say that it is stuck: of an open case, once a day. */
export function canSayStuck({ status, stuckAt }: Pick<Case, 'status' | 'stuckAt'>, at: Date): boolean {
  return status !== 'closed' && (stuckAt === null || at.getTime() >= Date.parse(stuckAt) + CASE_LIMITS.stuckMs);
}
