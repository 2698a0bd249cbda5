import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseContext } from './caseContext.ts';

/** For how long the person can reopen a case that was closed, in milliseconds: 14 days. */
const REOPEN = 14 * 24 * 60 * 60_000;

/** Until when the person can reopen a case; null while it isn't closed. */
export function reopenUntil({ closed }: Case): Date | null {
  return closed === null ? null : new Date(Date.parse(closed.at) + REOPEN);
}

/** Whether they still can. */
export function canReopen({ clock }: Pick<CaseContext, 'clock'>, current: Case): boolean {
  const until = reopenUntil(current);
  return until !== null && clock.now <= until;
}
