import type { Case } from '../../../helpdesk/cases/case.ts';
import { caseSubject } from '../caseSubject.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { urgencyWords } from './urgencyWords.ts';

/** What a case is about, with why it is urgent before it, where it is. */
export function caseTitle(context: CaseContext, current: Case): string {
  const urgency = urgencyWords(context, current);
  const subject = caseSubject(context, current);
  return urgency === null ? subject : context.texts.desk.title(urgency, subject);
}
