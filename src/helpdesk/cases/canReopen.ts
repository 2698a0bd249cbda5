import type { Case } from './case.ts';
import { reopenUntil } from './reopenUntil.ts';

/** Whether a closed case can still be opened again; false for one that isn't closed. */
export function canReopen(current: Pick<Case, 'closed'>, at: Date): boolean {
  const until = reopenUntil(current);
  return until !== null && at <= until;
}
