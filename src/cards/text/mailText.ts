import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseEntry } from '../../helpdesk/cases/caseEntry.ts';
import { renderPlainText } from '../renderPlainText.ts';
import { shownLine } from '../shownText.ts';
import { caseSubject } from '../views/caseSubject.ts';
import { caseCardView } from '../views/desk/caseCardView.ts';
import { entryWords } from '../views/desk/entryWords.ts';
import type { CaseContext } from '../views/requests/caseContext.ts';

/** A mail as plain text; its subject is one line. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Longest subject, in characters. Source: RFC 5322 asks for lines of at most 78. */
const SUBJECT_LIMIT = 78;

/** Tells a guest that an answer waits for them: the case and the way to it, and not a word of the answer. */
export function answerMail(
  { texts }: Pick<CaseContext, 'texts'>,
  { id }: Pick<Case, 'id'>,
  link: string | null,
): MailText {
  const { answer } = texts.mail;
  return { subject: answer.subject(id), text: answer.text(id, link) };
}

/** Hands a case to the next line, with everything that is on it. */
export function escalationMail(context: CaseContext, current: Case, trail: readonly CaseEntry[]): MailText {
  const { texts } = context;
  const { escalation } = texts.mail;
  const { id, requester } = current;
  const { email } = requester;
  const whole = caseCardView(
    { ...context, caseLink: null, attachHint: false, hasNextLine: false, members: [], peoplePicker: false },
    current,
  );
  return {
    subject: shownLine(escalation.subject(id, caseSubject(context, current)), SUBJECT_LIMIT),
    text: [
      escalation.intro(id),
      email === null ? escalation.noAddress : escalation.reach(shownLine(email, SUBJECT_LIMIT)),
      renderPlainText({ ...whole, actions: [] }),
      escalation.trail,
      trail.map((entry) => line(context, current, entry)).join('\n'),
    ].join('\n\n'),
  };
}

function line(context: CaseContext, current: Case, entry: CaseEntry): string {
  const { texts, clock } = context;
  return `${texts.times.stamp(new Date(entry.at), clock)}  ${entryWords(context, current, entry)}`;
}
