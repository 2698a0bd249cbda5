import { type Kysely, sql } from 'kysely';
import type { NewOutboxRow } from '../helpdesk/outbox.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

/** Writes rows of the outbox within a transaction, in the order of each queue; one whose id is there already is left out. */
export type AppendOutbox = (transaction: Kysely<Schema>, rows: readonly NewOutboxRow[], at: Date) => Promise<void>;

interface Row {
  readonly id: string;
  readonly queue: string;
  readonly person: string | null;
  readonly payload: string;
  readonly at: string;
}

interface Move {
  readonly queue: string;
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/**
 * Appending to the outbox: a row's number is one more than the greatest of its queue. Where two transactions count at
 * once, PostgreSQL refuses the second by the unique index: `attempt` does it again. Where a row comes before another one,
 * that and all that waits behind it are given numbers after its own.
 */
export function createAppendOutbox(db: Kysely<Schema>): AppendOutbox {
  const [insert, number, move] = [insertQuery(db), numberQuery(db), moveQuery(db)];

  return async (transaction, rows, at) => {
    // Queue by queue: two turns that write to the same two would wait for each other else.
    const sorted = rows.toSorted((a, b) => (a.queue < b.queue ? -1 : a.queue > b.queue ? 1 : 0));
    for (const { id, queue, person, payload, before } of sorted) {
      const row = { id, queue, person, payload: JSON.stringify(payload), at: at.toISOString() };
      const inserted = await transaction.executeQuery(insert(row));
      const last = inserted.rows[0]?.seq;
      if (last === undefined || before === undefined) continue;
      const from = (await transaction.executeQuery(number({ id: before, queue }))).rows[0]?.seq;
      if (from === undefined) continue;
      await transaction.executeQuery(move({ queue, from, to: last - 1, by: last + 1 - from }));
    }
  };
}

function numberQuery(db: Kysely<Schema>) {
  return compileOnce<{ id: string; queue: string }, { seq: number }>((param) =>
    db.selectFrom('outbox').select('seq').where('id', '=', param('id')).where('queue', '=', param('queue')),
  );
}

/** Each gets a number that none of the queue has had, so that none is there twice in between. */
function moveQuery(db: Kysely<Schema>) {
  return compileOnce<Move>((param) =>
    db
      .updateTable('outbox')
      .set(({ eb }) => ({ seq: eb('seq', '+', param('by')) }))
      .where('queue', '=', param('queue'))
      .where('state', '=', sql.lit('waiting'))
      .where('seq', '>=', param('from'))
      .where('seq', '<=', param('to')),
  );
}

function insertQuery(db: Kysely<Schema>) {
  return compileOnce<Row, { seq: number }>((param) =>
    db
      .insertInto('outbox')
      .values(({ selectFrom, fn, val }) => ({
        id: param('id'),
        queue: param('queue'),
        seq: selectFrom('outbox')
          .select(({ eb }) => eb(fn.coalesce(fn.max('seq'), val(0)), '+', 1).as('next'))
          .where('queue', '=', param('queue')),
        person: param('person'),
        payload: param('payload'),
        state: 'waiting',
        attempts: 0,
        unheard: 0,
        failures: 0,
        may_be_repeat: 0,
        due_at: param('at'),
        created_at: param('at'),
      }))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('seq'),
  );
}
