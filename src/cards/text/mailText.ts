import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseEntry } from '../../helpdesk/cases/caseEntry.ts';
import { renderPlainText } from '../renderPlainText.ts';
import { shownLine } from '../shownText.ts';
import { caseSubject } from '../views/caseSubject.ts';
import { caseCardView } from '../views/desk/caseCardView.ts';
import type { DeskContext } from '../views/desk/deskContext.ts';
import { entryWords } from '../views/desk/entryWords.ts';
import { inOneLine } from '../views/requests/agentName.ts';
import type { CaseContext } from '../views/requests/caseContext.ts';

/** A mail as plain text; its subject is one line. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Longest subject, in characters. Source: RFC 5322 asks for lines of at most 78. */
const SUBJECT_LIMIT = 78;

/**
 * Tells a guest that an answer waits for them, or the question whether they are in alone: the case and the way to it, and
 * not a word of the answer.
 */
export function answerMail(
  { texts }: Pick<CaseContext, 'texts'>,
  { id, lastAnswer }: Pick<Case, 'id' | 'lastAnswer'>,
  link: string | null,
): MailText {
  const { answer, question, waiting } = texts.mail;
  const isAsked = lastAnswer?.question === 'open' && !lastAnswer.unreadSince;
  const { subject, intro } = isAsked ? question : answer;
  return { subject: subject(id), text: waiting(intro(id), link) };
}

/** What goes with a case to the next line. */
export interface HandedOver {
  readonly trail: readonly CaseEntry[];
  /** Names of the files that are attached, and of those that are too large for it. */
  readonly attached: readonly string[];
  readonly tooLarge: readonly string[];
  /** How long the link to the case works, in hours. */
  readonly linkHours: number;
}

/** Hands a case to the next line, with everything that is on it. */
export function escalationMail(context: DeskContext, current: Case, handed: HandedOver): MailText {
  const { texts, caseLink } = context;
  const { escalation } = texts.mail;
  const { id, requester } = current;
  const { email } = requester;
  const whole = caseCardView({ ...context, attachHint: false }, current);
  return {
    subject: shownLine(escalation.subject(id, caseSubject(context, current)), SUBJECT_LIMIT),
    text: [
      escalation.intro(id),
      ...(caseLink === null ? [] : [escalation.open(caseLink, handed.linkHours)]),
      email === null ? escalation.noAddress : escalation.reach(shownLine(email, SUBJECT_LIMIT)),
      renderPlainText({ ...whole, actions: [] }),
      ...filesIn(context, handed),
      escalation.trail,
      handed.trail.map((entry) => line(context, current, entry)).join('\n'),
    ].join('\n\n'),
  };
}

function filesIn({ texts, caseLink }: DeskContext, { attached, tooLarge }: HandedOver): string[] {
  const { escalation } = texts.mail;
  const where = caseLink === null ? escalation.notAttached.withoutLink : escalation.notAttached.withLink;
  return [
    ...(attached.length === 0 ? [] : [escalation.attached(attached.map(inOneLine))]),
    ...(tooLarge.length === 0 ? [] : [where(tooLarge.map(inOneLine))]),
  ];
}

function line(context: CaseContext, current: Case, entry: CaseEntry): string {
  const { texts, clock } = context;
  return `${texts.times.stamp(new Date(entry.at), clock)}  ${entryWords(context, current, entry)}`;
}
