import { asCoded } from '../../errors.ts';
import type { Requester } from '../../helpdesk/cases/case.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import { decideForSystem } from '../../helpdesk/cases/decideForSystem.ts';
import type { DecisionSetting } from '../../helpdesk/cases/decisionSetting.ts';
import type { Deliver, Delivery, DeliveryOutcome } from '../../helpdesk/outbox.ts';
import type { Log } from '../../log.ts';
import type { CaseTurns } from '../cases/caseTurns.ts';
import { fateOf } from './fateOf.ts';
import { isGone } from './losePlace.ts';
import type { PersonPayload } from './rowPayload.ts';

export interface ToPersonParts {
  /** Posts the message itself. */
  readonly post: Deliver;
  readonly turns: Pick<CaseTurns, 'runUnasked'>;
  readonly setting: () => DecisionSetting;
  readonly cases: Pick<CaseStore, 'get'>;
  /** Called when a card has come: it stands below the list of their cases, where that was the newest. */
  readonly leaveList: (requester: Requester) => Promise<void>;
  readonly log: Log;
}

/** Writes to whoever asked for help, and notes on their case what became of an answer, so that the desk knows. */
export async function deliverToPerson(
  parts: ToPersonParts,
  payload: PersonPayload,
  row: Delivery,
): Promise<DeliveryOutcome> {
  const outcome = await parts.post(row);
  await note(parts, payload, { row, outcome });
  if (outcome.kind === 'delivered') await coverList(parts, payload, row);
  return outcome;
}

interface Posted {
  readonly row: Delivery;
  readonly outcome: DeliveryOutcome;
}

async function note(
  { turns, setting }: ToPersonParts,
  { case: id, entry }: PersonPayload,
  { row, outcome }: Posted,
): Promise<void> {
  const fate = fateOf(outcome, row.isLast);
  // They have blocked the bot, or left: nothing will ever reach them.
  const isFinal = outcome.kind === 'refused' && isGone(outcome.why);
  if (fate === null || (entry === null && !isFinal)) return;
  await turns.runUnasked({ case: id, delivery: null }, (current) =>
    decideForSystem(
      current,
      fate.why === null
        ? { do: 'delivered', entry: entry ?? '' }
        : { do: 'undelivered', entry: entry ?? '', why: fate.why, isFinal },
      setting(),
    ),
  );
}

/** What has come isn't sent again because a list stays in force: that is told to nobody but the log. */
async function coverList(
  { cases, leaveList, log }: ToPersonParts,
  { case: id }: PersonPayload,
  { id: row }: Delivery,
): Promise<void> {
  try {
    const current = await cases.get(id);
    if (current !== null) await leaveList(current.requester);
  } catch (error) {
    log.warn({ row, code: asCoded(error).code }, 'a list of cases stays in force, though a card has come below it');
  }
}
