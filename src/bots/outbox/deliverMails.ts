import { answerMail, escalationMail, type MailText } from '../../cards/text/mailText.ts';
import { asCoded, type ErrorCode } from '../../errors.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { SystemAction } from '../../helpdesk/cases/caseAction.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import { decideForSystem } from '../../helpdesk/cases/decideForSystem.ts';
import type { DecisionSetting } from '../../helpdesk/cases/decisionSetting.ts';
import { isMailMoot } from '../../helpdesk/cases/unreadSince.ts';
import type { FileStore, StoredFile } from '../../helpdesk/files/fileStore.ts';
import type { Delivery, DeliveryOutcome } from '../../helpdesk/outbox.ts';
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
}

const NOTHING_TO_DO: DeliveryOutcome = { kind: 'delivered', receipt: '' };

/** What passes by itself. */
const PASSES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['turn-contended', 'storage-failed']);

const UNSENDABLE: DeliveryOutcome = { kind: 'refused', why: 'no-mail' };

/** Tells a guest that an answer waits, without a word of it. What became of the mail is noted on the case. */
export async function deliverAnswerMail(
  parts: MailParts,
  { case: id, to, entry }: AnswerMailPayload,
  row: Delivery,
): Promise<DeliveryOutcome> {
  const current = await parts.cases.get(id);
  // They have come back, or were erased, since it was decided to send one.
  if (current?.mailing?.entry !== entry || current.mailing.failed !== null) return NOTHING_TO_DO;
  if (isMailMoot(current, { mayHaveGoneOut: row.mayBeRepeat })) return callOff(parts, { case: id, entry }, row);
  const outcome = await sending(parts, async (send) => {
    const context = parts.contexts.person(current.requester.timeZone, parts.now());
    return send({ to, ...answerMail(context, current, await parts.linkTo(current)), messageId: row.id });
  });
  await note(parts, { case: id, row, outcome }, ({ why }) =>
    why === null ? { do: 'mailed', entry } : { do: 'not-mailed', entry, why },
  );
  return outcome;
}

/**
 * Looks again after that, whatever comes of it, and soon where it can't be written just now: no server was asked, so
 * that must not count as a mail that may have gone out.
 */
async function callOff(
  { turns, setting }: MailParts,
  { case: id, entry }: Pick<AnswerMailPayload, 'case' | 'entry'>,
  { mayBeRepeat }: Delivery,
): Promise<DeliveryOutcome> {
  const action = { do: 'call-off-mail', entry, mayHaveGoneOut: mayBeRepeat } as const;
  try {
    await turns.runUnasked({ case: id, delivery: null }, (latest) => decideForSystem(latest, action, setting()));
  } catch (error) {
    if (!PASSES.has(asCoded(error).code)) throw error;
    return { kind: 'not-yet', afterMs: 1_000 };
  }
  return { kind: 'not-yet', afterMs: 0 };
}

/**
 * The whole case, for whoever takes it from here. It stays here until this was accepted, and if it wasn't; what is solved
 * or over by now isn't handed over any more.
 */
export async function deliverEscalationMail(
  parts: MailParts,
  { case: id, entry }: EscalationMailPayload,
  row: Delivery,
): Promise<DeliveryOutcome> {
  const current = await parts.cases.get(id);
  if (current?.handingOver !== entry) return NOTHING_TO_DO;
  const outcome = await sendEscalation(parts, current, row);
  await note(parts, { case: id, row, outcome }, ({ why }) =>
    why === null ? { do: 'handed-over', entry } : { do: 'not-handed-over', entry, why },
  );
  return outcome;
}

type Send = NonNullable<MailParts['send']>;

/** The case has to hear also of a mail that can't be made each time, so nothing is thrown. */
async function sending({ send }: MailParts, run: (send: Send) => Promise<DeliveryOutcome>): Promise<DeliveryOutcome> {
  if (send === null) return UNSENDABLE;
  try {
    return await run(send);
  } catch (fault) {
    return outcomeOfFault(fault);
  }
}

function sendEscalation(parts: MailParts, current: Case, row: Delivery): Promise<DeliveryOutcome> {
  const { files, nextLine } = parts;
  return sending(parts, async (send) => {
    if (nextLine === null) return UNSENDABLE;
    const { fit, rest } = mailFiles(await files.ofCase(current.id));
    const mail = { to: nextLine, messageId: row.id };
    const attached = await readMailFiles(files, fit);
    const outcome = await send({ ...mail, ...(await escalationText(parts, current, { fit, rest })), files: attached });
    const isTooLarge = outcome.kind === 'refused' && outcome.why === 'too-large';
    if (!isTooLarge || fit.length === 0) return outcome;
    // Their server takes less than most: better without the files than not at all.
    return send({ ...mail, ...(await escalationText(parts, current, { fit: [], rest: [...fit, ...rest] })) });
  });
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
  readonly row: Delivery;
  readonly outcome: DeliveryOutcome;
}

/** Notes on the case what became of a mail for good. Where that fails, the mail is sent again. */
async function note(
  { turns, setting }: MailParts,
  { case: id, row, outcome }: Sent,
  actionOf: (fate: Fate) => SystemAction,
): Promise<void> {
  // Of one that nobody knows anything of, the code says nothing to people.
  const fate = fateOf(outcome.kind === 'unclear' ? { ...outcome, why: outcome.kind } : outcome, row.isLast);
  if (fate === null) return;
  await turns.runUnasked({ case: id, delivery: null }, (current) =>
    decideForSystem(current, actionOf(fate), setting()),
  );
}
