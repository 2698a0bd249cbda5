import type { LeasedRow, LeaseRequest, NewOutboxRow } from '../../src/helpdesk/outbox.ts';

/** A moment, so that what is stored is the same in every run. */
export const AT = new Date('2026-03-01T09:30:00.000Z');

/** So many milliseconds later. */
export function after(milliseconds: number): Date {
  return new Date(AT.getTime() + milliseconds);
}

/** Rows by their ids, the letter of each being its queue: `a1` and `a2` are of the queue `a`. */
export function rowsOf(...ids: readonly string[]): readonly NewOutboxRow[] {
  return ids.map((id) => ({ id, queue: id.slice(0, 1), person: null, payload: { id } }));
}

/** Ten rows for a minute from `AT`, or what is said otherwise. */
export function leaseRequest(others: Partial<LeaseRequest> = {}): LeaseRequest {
  return { now: AT, until: after(60_000), lease: 'lease', limit: 10, ...others };
}

/** Sorted: in which order the rows of one lease come is nobody's business. */
export function idsOf(rows: readonly LeasedRow[]): readonly string[] {
  return rows.map(({ id }) => id).sort();
}

/** The only row there is. */
export function theOne(rows: readonly LeasedRow[]): LeasedRow {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0) throw new Error(`one row was expected, not ${rows.length}`);
  return row;
}
