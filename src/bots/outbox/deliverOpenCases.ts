import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { DeliveryOutcome, LeasedRow, NewOutboxRow } from '../../helpdesk/outbox.ts';
import { outboxAlone } from '../../turn/outboxAlone.ts';
import type { TurnStore } from '../../turn/turnStore.ts';
import type { OpenCasesPayload, RowPayload } from './rowPayload.ts';

export interface OpenCasesParts {
  readonly cases: Pick<CaseStore, 'openIds'>;
  readonly store: Pick<TurnStore, 'commit'>;
  readonly now: () => Date;
}

/** Rows that are written at once: others write, too. */
const AT_ONCE = 100;

/**
 * Has every open case of a line posted where that works now, and its card closed where it worked before. The rows for
 * that have ids made from this one's, so that it may be done twice. Throws `storage-failed`.
 */
export async function deliverOpenCases(
  { cases, store, now }: OpenCasesParts,
  { line, left }: OpenCasesPayload,
  { id: row }: Pick<LeasedRow, 'id'>,
): Promise<DeliveryOutcome> {
  const rows = (await cases.openIds(line)).flatMap(({ id, person }): NewOutboxRow[] => {
    const card: RowPayload = { kind: 'case-card', case: id, line };
    const shown = { id: `${row} ${id}`, queue: `desk:${id}`, person, payload: card };
    if (left === null) return [shown];
    const old: RowPayload = { kind: 'old-card', case: id, left };
    // In a queue of its own: a place that is slow to answer holds up nothing in the new one.
    return [shown, { id: `${row} ${id} old`, queue: `desk-old:${id}`, person, payload: old }];
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await store.commit(outboxAlone(rows.slice(from, from + AT_ONCE), now()));
  }
  return { kind: 'delivered', receipt: '' };
}
