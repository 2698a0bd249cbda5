import type { Case } from '../../../helpdesk/cases/case.ts';
import { shownLine } from '../../shownText.ts';
import { caseSubject } from '../caseSubject.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { personName } from './personName.ts';
import { urgencyWords } from './urgencyWords.ts';

/** Longest line of a notification, in characters; phones cut far earlier. */
const LIMIT = 200;

/**
 * A case in one line, as plain text: for notifications, and before its card. `mayBeRepeat` where nobody knows whether it
 * was posted before.
 */
export function newCaseLine(context: CaseContext, current: Case, mayBeRepeat = false): string {
  const { texts } = context;
  const { trail } = texts;
  const urgency = urgencyWords(context, current);
  const line = trail.newCase(current.id, personName(texts, current), caseSubject(context, current));
  const told = urgency === null ? line : trail.urgent(line, urgency);
  return shownLine(mayBeRepeat ? trail.again(told) : told, LIMIT);
}
