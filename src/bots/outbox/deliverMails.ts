import { answerMail, escalationMail, type MailText } from '../../cards/text/mailText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { SystemAction } from '../../helpdesk/cases/caseAction.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import { decideForSystem } from '../../helpdesk/cases/decideForSystem.ts';
import type { DecisionSetting } from '../../helpdesk/cases/decisionSetting.ts';
import type { FileStore, StoredFile } from '../../helpdesk/files/fileStore.ts';
import type { DeliveryOutcome, LeasedRow } from '../../helpdesk/outbox.ts';
import type { CaseContexts } from '../cases/caseContexts.ts';
import type { CaseTurns } from '../cases/caseTurns.ts';
import type { DeskContexts } from '../desk/deskContexts.ts';
import { outcomeOfFault } from '../outcomeOfFault.ts';
import { type Fate, fateOf } from './fateOf.ts';
import { type MailFile, mailFiles, readMailFiles } from './mailFiles.ts';
import type { AnswerMailPayload, EscalationMailPayload } from './rowPayload.ts';

/** One mail. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for each attempt, so that a repeat can be known by it. */
  readonly messageId: string;
  readonly files?: readonly MailFile[];
}

export interface MailParts {
  /** Null where no mail can be sent. */
  readonly send: ((mail: Mail) => Promise<DeliveryOutcome>) | null;
  readonly cases: Pick<CaseStore, 'get' | 'entries'>;
  readonly files: Pick<FileStore, 'ofCase' | 'read'>;
  readonly contexts: CaseContexts;
  /** For the next line, with links to cases. */
  readonly deskContexts: Pick<DeskContexts, 'of'>;
  /** How long those work, in hours. */
  readonly linkHours: number;
  /** Makes a link by which a guest gets back to their case; null where there is no address for one. */
  readonly linkTo: (current: Case) => Promise<string | null>;
  /** Whom cases are escalated to; null where that isn't a mail address. */
  readonly nextLine: string | null;
  readonly now: () => Date;
  readonly turns: Pick<CaseTurns, 'runUnasked'>;
  readonly setting: () => DecisionSetting;
  /** A row that isn't tried again, if this attempt fails. */
  readonly isLast: (row: LeasedRow) => boolean;
}

const NOTHING_TO_DO: DeliveryOutcome = { kind: 'delivered', receipt: '' };

const UNSENDABLE: DeliveryOutcome = { kind: 'refused', why: 'no-mail' };

/** Tells a guest that an answer waits, without a word of it. */
export async function deliverAnswerMail(
  { send, cases, contexts, linkTo, now }: MailParts,
  { case: id, to }: AnswerMailPayload,
  row: LeasedRow,
): Promise<DeliveryOutcome> {
  const current = await cases.get(id);
  // They have come back, or were erased, since it was decided to send one.
  if (current === null || current.mailedAt === null) return NOTHING_TO_DO;
  if (send === null) return UNSENDABLE;
  const context = contexts.person(current.requester.timeZone, now());
  return send({ to, ...answerMail(context, current, await linkTo(current)), messageId: row.id });
}

/**
 * The whole case, for whoever takes it from here. It stays here until this was accepted, and if it wasn't; what is solved
 * or over by now isn't handed over any more.
 */
export async function deliverEscalationMail(
  parts: MailParts,
  { case: id, entry }: EscalationMailPayload,
  row: LeasedRow,
): Promise<DeliveryOutcome> {
  const current = await parts.cases.get(id);
  if (current?.handingOver !== entry) return NOTHING_TO_DO;
  const outcome = await sendEscalation(parts, current, row);
  await note(parts, { case: id, row, outcome }, ({ why }) =>
    why === null ? { do: 'handed-over', entry } : { do: 'not-handed-over', entry, why },
  );
  return outcome;
}

async function sendEscalation(parts: MailParts, current: Case, row: LeasedRow): Promise<DeliveryOutcome> {
  const { send, files, nextLine } = parts;
  if (send === null || nextLine === null) return UNSENDABLE;
  try {
    const { fit, rest } = mailFiles(await files.ofCase(current.id));
    const mail = { to: nextLine, messageId: row.id };
    const attached = await readMailFiles(files, fit);
    const outcome = await send({ ...mail, ...(await escalationText(parts, current, { fit, rest })), files: attached });
    const isTooLarge = outcome.kind === 'refused' && outcome.why === 'too-large';
    if (!isTooLarge || fit.length === 0) return outcome;
    // Their server takes less than most: better without the files than not at all.
    return await send({ ...mail, ...(await escalationText(parts, current, { fit: [], rest: [...fit, ...rest] })) });
  } catch (fault) {
    // The case has to hear also of what ends so each time.
    return outcomeOfFault(fault);
  }
}

async function escalationText(
  { cases, deskContexts, linkHours, now }: MailParts,
  current: Case,
  { fit, rest }: { readonly fit: readonly StoredFile[]; readonly rest: readonly StoredFile[] },
): Promise<MailText> {
  return escalationMail(deskContexts.of(current, now()), current, {
    trail: await cases.entries(current.id),
    attached: fit.map(({ name }) => name),
    tooLarge: rest.map(({ name }) => name),
    linkHours,
  });
}

interface Sent {
  readonly case: string;
  readonly row: LeasedRow;
  readonly outcome: DeliveryOutcome;
}

/** Notes on the case what became of a mail for good. Where that fails, the mail is sent again. */
async function note(
  { turns, setting, isLast }: MailParts,
  { case: id, row, outcome }: Sent,
  actionOf: (fate: Fate) => SystemAction,
): Promise<void> {
  // Of one that nobody knows anything of, the code says nothing to people.
  const fate = fateOf(outcome.kind === 'unclear' ? { ...outcome, why: outcome.kind } : outcome, isLast(row));
  if (fate === null) return;
  await turns.runUnasked({ case: id, delivery: null }, (current) =>
    decideForSystem(current, actionOf(fate), setting()),
  );
}
