import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseContext } from '../requests/caseContext.ts';

/** Why a case is urgent, in words; null where no meeting is near, or nothing is left to do. */
export function urgencyWords({ texts, clock, rulings }: CaseContext, current: Case): string | null {
  const urgency = rulings.urgencyOf(current);
  if (urgency === 'none' || current.startsAt === null) return null;
  return texts.desk.urgency[urgency](texts.times.time(new Date(current.startsAt), clock));
}
