import type { Kysely } from 'kysely';
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

/**
 * Appending to the outbox: a row's number is one more than the greatest of its queue. Where two transactions count at
 * once, PostgreSQL refuses the second by the unique index: `attempt` does it again.
 */
export function createAppendOutbox(db: Kysely<Schema>): AppendOutbox {
  const insert = insertQuery(db);

  return async (transaction, rows, at) => {
    // Queue by queue: two turns that write to the same two would wait for each other else.
    const sorted = rows.toSorted((a, b) => (a.queue < b.queue ? -1 : a.queue > b.queue ? 1 : 0));
    for (const { id, queue, person, payload } of sorted) {
      const row = { id, queue, person, payload: JSON.stringify(payload), at: at.toISOString() };
      await transaction.executeQuery(insert(row));
    }
  };
}

function insertQuery(db: Kysely<Schema>) {
  return compileOnce<Row>((param) =>
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
        may_be_repeat: 0,
        due_at: param('at'),
        created_at: param('at'),
      }))
      .onConflict((conflict) => conflict.column('id').doNothing()),
  );
}
