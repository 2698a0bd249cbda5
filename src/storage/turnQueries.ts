import { type Kysely, type SqlBool, sql } from 'kysely';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

interface Keys {
  readonly conversation: string;
  readonly delivery: string;
  readonly person: string;
}

/** What a turn starts from, as the database gives it. */
export interface LoadedRow {
  readonly version: number | null;
  readonly state: string | null;
  readonly greeted: SqlBool;
  readonly seen: SqlBool;
  readonly live: string | null;
}

interface NewState {
  readonly key: string;
  readonly person: string;
  readonly state: string;
  readonly at: string;
}

/** The queries that every turn runs, built once. */
export type TurnQueries = ReturnType<typeof createTurnQueries>;

/** Builds the queries of a turn for one database. */
export function createTurnQueries(db: Kysely<Schema>) {
  return {
    /** All that a turn starts from, in one statement and so without a transaction. */
    load: loadQuery(db),
    insertConversation: compileOnce<NewState>((param) =>
      db
        .insertInto('conversations')
        .values({
          key: param('key'),
          person: param('person'),
          state: param('state'),
          version: 1,
          updated_at: param('at'),
        })
        .onConflict((conflict) => conflict.column('key').doNothing()),
    ),
    updateConversation: compileOnce<NewState & { version: number; next: number }>((param) =>
      db
        .updateTable('conversations')
        .set({ person: param('person'), state: param('state'), version: param('next'), updated_at: param('at') })
        .where('key', '=', param('key'))
        .where('version', '=', param('version')),
    ),
    insertDelivery: compileOnce<{ key: string; conversation: string; at: string }>((param) =>
      db
        .insertInto('deliveries')
        .values({ key: param('key'), conversation: param('conversation'), committed_at: param('at') })
        .onConflict((conflict) => conflict.column('key').doNothing()),
    ),
    insertPerson: compileOnce<{ person: string; at: string }>((param) =>
      db
        .insertInto('people')
        .values({ person: param('person'), greeted_at: param('at') })
        .onConflict((conflict) => conflict.column('person').doNothing()),
    ),
  };
}

function loadQuery(db: Kysely<Schema>) {
  return compileOnce<Keys, LoadedRow>((param) =>
    db.selectNoFrom(({ selectFrom, exists }) => [
      selectFrom('conversations').select('version').where('key', '=', param('conversation')).as('version'),
      selectFrom('conversations').select('state').where('key', '=', param('conversation')).as('state'),
      exists(selectFrom('people').select('person').where('person', '=', param('person'))).as('greeted'),
      exists(selectFrom('deliveries').select('key').where('key', '=', param('delivery'))).as('seen'),
      selectFrom('cases')
        .select('data')
        .where('conversation', '=', param('conversation'))
        .where(sql<boolean>`status <> 'closed'`)
        .as('live'),
    ]),
  );
}
