import { answerMail, escalationMail } from '../../cards/text/mailText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { DeliveryOutcome, LeasedRow } from '../../helpdesk/outbox.ts';
import type { CaseContexts } from '../cases/caseContexts.ts';
import type { AnswerMailPayload, EscalationMailPayload } from './rowPayload.ts';

/** One mail. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for each attempt, so that a repeat can be known by it. */
  readonly messageId: string;
}

export interface MailParts {
  /** Null where no mail can be sent. */
  readonly send: ((mail: Mail) => Promise<DeliveryOutcome>) | null;
  readonly cases: Pick<CaseStore, 'get' | 'entries'>;
  readonly contexts: CaseContexts;
  /** Makes a link by which a guest gets back to their case; null where there is no address for one. */
  readonly linkTo: (current: Case) => Promise<string | null>;
  /** Whom cases are escalated to; null where that isn't a mail address. */
  readonly nextLine: string | null;
  readonly now: () => Date;
}

const UNSENDABLE: DeliveryOutcome = { kind: 'refused', why: 'no-mail' };

/** Tells a guest that an answer waits, without a word of it. */
export async function deliverAnswerMail(
  { send, cases, contexts, linkTo, now }: MailParts,
  { case: id, to }: AnswerMailPayload,
  row: LeasedRow,
): Promise<DeliveryOutcome> {
  const current = await cases.get(id);
  // They have come back, or were erased, since it was decided to send one.
  if (current === null || current.mailedAt === null) return { kind: 'delivered', receipt: '' };
  if (send === null) return UNSENDABLE;
  const context = contexts.person(current.requester.timeZone, now());
  return send({ to, ...answerMail(context, current, await linkTo(current)), messageId: row.id });
}

/** The whole case, for whoever takes it from here. */
export async function deliverEscalationMail(
  { send, cases, contexts, nextLine, now }: MailParts,
  { case: id }: EscalationMailPayload,
  row: LeasedRow,
): Promise<DeliveryOutcome> {
  const current = await cases.get(id);
  if (current === null) return { kind: 'delivered', receipt: '' };
  if (send === null || nextLine === null) return UNSENDABLE;
  const trail = await cases.entries(id);
  return send({ to: nextLine, ...escalationMail(contexts.desk(now()), current, trail), messageId: row.id });
}
