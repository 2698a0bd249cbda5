import type { CompiledQuery, Kysely } from 'kysely';
import type { LeasedRow, OutboxStore } from '../helpdesk/outbox.ts';
import { attempt } from './attempt.ts';
import { createOutboxQueries, type LeasedOutboxRow } from './outboxQueries.ts';
import type { Schema } from './schema.ts';

/**
 * The outbox in the database. Leases are told by the clocks of those who ask: where several machines do, the clocks
 * must agree to well within the time between the renewal of a lease and its end.
 */
export function createOutboxStore(db: Kysely<Schema>): OutboxStore {
  const queries = createOutboxQueries(db);
  /** Whether the row was still ours and was changed. */
  const change = (aim: string, query: CompiledQuery) =>
    attempt(aim, async () => {
      const { numAffectedRows } = await db.executeQuery(query);
      return numAffectedRows === 1n;
    });

  return {
    lease: ({ now, until, lease, limit }) =>
      attempt('lease outbox rows', async () => {
        const values = { now: now.toISOString(), until: until.toISOString(), lease, limit };
        const { rows } = await db.executeQuery(queries.lease(values));
        return rows.map((row) => leasedRow(row, lease));
      }),
    renew: ({ id, lease }, until) =>
      change('hold an outbox row', queries.renew({ id, lease, until: until.toISOString() })),
    markDelivered: ({ id, lease }, receipt, at) =>
      change('mark an outbox row', queries.markDelivered({ id, lease, receipt, at: at.toISOString() })),
    putBack: ({ id, lease }, { dueAt, mayBeRepeat, isUnsent = false }) =>
      change(
        'put an outbox row back',
        queries.putBack({
          ...{ id, lease, dueAt: dueAt.toISOString() },
          mayBeRepeat: mayBeRepeat ? 1 : 0,
          unsent: isUnsent ? 1 : 0,
        }),
      ),
    bury: ({ id, lease }, at) => change('bury an outbox row', queries.bury({ id, lease, at: at.toISOString() })),
    nextDue: () =>
      attempt('ask when the outbox is due', async () => {
        const { rows } = await db.executeQuery(queries.nextDue({}));
        return dateOrNull(rows[0]?.due);
      }),
    hasEnded: (id) =>
      attempt('look for an outbox row', async () => (await db.executeQuery(queries.ended({ id }))).rows.length > 0),
    figures: () =>
      attempt('count the outbox', async () => {
        const { rows } = await db.executeQuery(queries.figures({}));
        const { waiting = 0, oldest, dead = 0 } = rows[0] ?? {};
        // PostgreSQL counts further than numbers go, and so gives texts.
        return { waiting: Number(waiting), oldest: dateOrNull(oldest), dead: Number(dead) };
      }),
  };
}

function leasedRow(row: LeasedOutboxRow, lease: string): LeasedRow {
  return {
    id: row.id,
    queue: row.queue,
    person: row.person,
    payload: payloadOf(row.payload),
    since: new Date(row.created_at),
    attempt: row.attempts,
    unheard: row.unheard,
    failures: row.failures,
    mayBeRepeat: row.may_be_repeat === 1,
    lease,
  };
}

/** One that can't be read comes as an empty object: whoever delivers refuses it, and the rows behind it go on. */
function payloadOf(text: string): object {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' && payload !== null ? payload : {};
  } catch {
    return {};
  }
}

function dateOrNull(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}
