import type { Requester } from '../../helpdesk/cases/case.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import { decideForSystem } from '../../helpdesk/cases/decideForSystem.ts';
import type { DecisionSetting } from '../../helpdesk/cases/decisionSetting.ts';
import type { Deliver, Delivery, DeliveryOutcome } from '../../helpdesk/outbox.ts';
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
}

/** Writes to whoever asked for help, and notes on their case what became of an answer, so that the desk knows. */
export async function deliverToPerson(
  parts: ToPersonParts,
  payload: PersonPayload,
  row: Delivery,
): Promise<DeliveryOutcome> {
  const { post, turns, setting } = parts;
  const outcome = await post(row);
  if (outcome.kind === 'delivered') await coverList(parts, payload);
  const fate = fateOf(outcome, row.isLast);
  const { entry } = payload;
  // They have blocked the bot, or left: nothing will ever reach them.
  const isFinal = outcome.kind === 'refused' && isGone(outcome.why);
  if (fate === null || (entry === null && !isFinal)) return outcome;
  await turns.runUnasked({ case: payload.case, delivery: null }, (current) =>
    decideForSystem(
      current,
      fate.why === null
        ? { do: 'delivered', entry: entry ?? '' }
        : { do: 'undelivered', entry: entry ?? '', why: fate.why, isFinal },
      setting(),
    ),
  );
  return outcome;
}

async function coverList({ cases, leaveList }: ToPersonParts, { case: id }: PersonPayload): Promise<void> {
  const current = await cases.get(id);
  if (current !== null) await leaveList(current.requester);
}
