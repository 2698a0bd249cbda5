import { type Kysely, sql } from 'kysely';
import type { NewOutboxRow } from '../helpdesk/outbox.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

/** Writes rows of the outbox within a transaction, in the order of each queue; one whose id is there already is left out. */
export type AppendOutbox = (transaction: Kysely<Schema>, rows: readonly NewOutboxRow[], at: Date) => Promise<void>;

interface Behind {
  readonly queue: string;
  readonly first: string;
  readonly behind: string;
}

interface Move {
  readonly queue: string;
  readonly after: number;
  readonly before: number;
  readonly by: number;
}

interface Row {
  readonly id: string;
  readonly queue: string;
  readonly person: string | null;
  readonly payload: string;
  readonly at: string;
}

/**
 * Appending to the outbox: a row's number is one more than the greatest of its queue. Where two transactions count at
 * once, PostgreSQL refuses the second by the unique index: `attempt` does it again. Where rows come behind another one,
 * those that waited there are given numbers after theirs.
 */
export function createAppendOutbox(db: Kysely<Schema>): AppendOutbox {
  const [insert, places, move] = [insertQuery(db), placesQuery(db), moveQuery(db)];

  const putBehind = async (transaction: Kysely<Schema>, { queue, first, behind }: Behind) => {
    const { rows } = await transaction.executeQuery(places({ queue, first, behind }));
    for (const { after, before, last } of rows) {
      await transaction.executeQuery(move({ queue, after, before, by: last - after }));
    }
  };

  return async (transaction, rows, at) => {
    // Queue by queue: two turns that write to the same two would wait for each other else.
    const sorted = rows.toSorted((a, b) => (a.queue < b.queue ? -1 : a.queue > b.queue ? 1 : 0));
    for (const { id, queue, person, payload } of sorted) {
      const row = { id, queue, person, payload: JSON.stringify(payload), at: at.toISOString() };
      await transaction.executeQuery(insert(row));
    }
    for (const each of behindOthers(sorted)) await putBehind(transaction, each);
  };
}

/** The first of those that come behind each. */
function behindOthers(rows: readonly NewOutboxRow[]): readonly Behind[] {
  const found = new Map<string, Behind>();
  for (const { id: first, queue, behind } of rows) {
    if (behind !== undefined && !found.has(behind)) found.set(behind, { queue, first, behind });
  }
  return [...found.values()];
}

function placesQuery(db: Kysely<Schema>) {
  return compileOnce<Behind, { after: number; before: number; last: number }>((param) =>
    db
      .selectFrom('outbox as held')
      .innerJoin('outbox as first', 'first.queue', 'held.queue')
      .innerJoin('outbox as any', 'any.queue', 'held.queue')
      .select(({ fn }) => ['held.seq as after', 'first.seq as before', fn.max('any.seq').as('last')])
      .where('held.queue', '=', param('queue'))
      .where('held.id', '=', param('behind'))
      .where('first.id', '=', param('first'))
      .groupBy(['held.seq', 'first.seq']),
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
      .where('seq', '>', param('after'))
      .where('seq', '<', param('before')),
  );
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
