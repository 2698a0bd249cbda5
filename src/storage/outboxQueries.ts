import { type Kysely, sql } from 'kysely';
import { compileOnce } from './compileOnce.ts';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';

/** A row as it is leased. */
export interface LeasedOutboxRow {
  readonly id: string;
  readonly queue: string;
  readonly person: string | null;
  readonly payload: string;
  readonly created_at: string;
  readonly attempts: number;
  readonly unheard: number;
  readonly failures: number;
  readonly may_be_repeat: number;
}

interface Lease {
  readonly now: string;
  readonly until: string;
  readonly lease: string;
  readonly limit: number;
}

interface Marked {
  readonly id: string;
  readonly lease: string;
}

/** What is left of a payload once it was delivered: an empty object, so that it can still be read. */
const EMPTIED = '{}';

/** The queries of the outbox, built once. */
export type OutboxQueries = ReturnType<typeof createOutboxQueries>;

/** Builds the queries of the outbox for one database. States are written out, so that indexes on them can be used. */
export function createOutboxQueries(db: Kysely<Schema>) {
  return {
    lease: leaseQuery(db),
    renew: compileOnce<Marked & { until: string }>((param) => held(db, param).set({ leased_until: param('until') })),
    markDelivered: compileOnce<Marked & { receipt: string; at: string }>((param) =>
      held(db, param)
        .set({ state: sql.lit('delivered'), receipt: param('receipt'), ended_at: param('at') })
        .set({ payload: EMPTIED, lease: null, leased_until: null }),
    ),
    putBack: compileOnce<Marked & { dueAt: string; mayBeRepeat: number; unsent: number }>((param) =>
      held(db, param)
        .set({ due_at: param('dueAt'), may_be_repeat: param('mayBeRepeat') })
        .set((eb) => ({ attempts: eb('attempts', '-', param('unsent')), unheard: sql.lit(0) }))
        .set((eb) => ({ failures: eb(eb('failures', '+', sql.lit(1)), '-', param('unsent')) }))
        .set({ lease: null, leased_until: null }),
    ),
    bury: compileOnce<Marked & { at: string }>((param) =>
      held(db, param)
        .set({ state: sql.lit('dead'), ended_at: param('at') })
        .set({ lease: null, leased_until: null }),
    ),
    nextDue: nextDueQuery(db),
    ended: compileOnce<{ id: string }>((param) =>
      db.selectFrom('outbox').select('id').where('id', '=', param('id')).where('state', '<>', sql.lit('waiting')),
    ),
    figures: figuresQuery(db),
  };
}

/** The row, for as long as the lease on it is this one. */
function held(db: Kysely<Schema>, param: (name: 'id' | 'lease') => ReturnType<typeof sql<string>>) {
  return db
    .updateTable('outbox')
    .where('id', '=', param('id'))
    .where('lease', '=', param('lease'))
    .where('state', '=', sql.lit('waiting'));
}

/**
 * One statement, and so without a transaction. On PostgreSQL rows that others are leasing at this moment are passed
 * over, and one that they have leased since this began is looked at anew before it is locked. SQLite has one writer.
 */
function leaseQuery(db: Kysely<Schema>) {
  const passesOver = isPostgres(db);

  return compileOnce<Lease, LeasedOutboxRow>((param) =>
    db
      // Chosen once, which a subquery need not be: then more rows than the limit would be locked.
      .with(
        (cte) => cte('due').materialized(),
        (cte) => {
          const due = cte
            .selectFrom(firstRows(db).as('first'))
            .innerJoin('outbox as row', (join) =>
              join.onRef('row.queue', '=', 'first.queue').onRef('row.seq', '=', 'first.seq'),
            )
            .select('row.id')
            .where('row.state', '=', sql.lit('waiting'))
            .where('row.due_at', '<=', param('now'))
            .where((eb) => eb.or([eb('row.leased_until', 'is', null), eb('row.leased_until', '<=', param('now'))]))
            .orderBy('row.due_at')
            .limit(param('limit'));
          return passesOver ? due.forUpdate('row').skipLocked() : due;
        },
      )
      .updateTable('outbox')
      .set(({ eb }) => ({
        attempts: eb('attempts', '+', sql.lit(1)),
        // A lease that is still there has run out: whoever held it may have delivered the row.
        unheard: eb
          .case()
          .when('lease', 'is not', null)
          .then(eb('unheard', '+', sql.lit(1)))
          .else(eb.ref('unheard'))
          .end(),
        may_be_repeat: eb.case().when('lease', 'is not', null).then(sql.lit(1)).else(eb.ref('may_be_repeat')).end(),
        lease: param('lease'),
        leased_until: param('until'),
      }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning([
        'id',
        'queue',
        'person',
        'payload',
        'created_at',
        'attempts',
        'unheard',
        'failures',
        'may_be_repeat',
      ]),
  );
}

/** The first of each queue that waits, by an index that holds nothing else. */
function firstRows(db: Kysely<Schema>) {
  return db
    .selectFrom('outbox')
    .select(({ fn }) => ['queue', fn.min('seq').as('seq')])
    .where('state', '=', sql.lit('waiting'))
    .groupBy('queue');
}

function nextDueQuery(db: Kysely<Schema>) {
  return compileOnce<object, { due: string | null }>(() =>
    db
      .selectFrom(firstRows(db).as('first'))
      .innerJoin('outbox as row', (join) =>
        join.onRef('row.queue', '=', 'first.queue').onRef('row.seq', '=', 'first.seq'),
      )
      .select((eb) =>
        eb.fn
          .min<string | null>(
            eb
              .case()
              .when('row.leased_until', '>', eb.ref('row.due_at'))
              .then(eb.ref('row.leased_until'))
              .else(eb.ref('row.due_at'))
              .end(),
          )
          .as('due'),
      )
      .where('row.state', '=', sql.lit('waiting')),
  );
}

function figuresQuery(db: Kysely<Schema>) {
  return compileOnce<object, { waiting: number | string; oldest: string | null; dead: number | string }>(() =>
    db.selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('outbox').select(fn.countAll().as('count')).where('state', '=', sql.lit('waiting')).as('waiting'),
      selectFrom('outbox')
        .select((eb) => eb.fn.min('created_at').as('oldest'))
        .where('state', '=', sql.lit('waiting'))
        .as('oldest'),
      selectFrom('outbox').select(fn.countAll().as('count')).where('state', '=', sql.lit('dead')).as('dead'),
    ]),
  );
}
