import { type Expression, type Kysely, sql } from 'kysely';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

type Line = Schema['cases']['line'];

/** Builds the queries that read cases, once, for one database. */
export function createCaseReads(db: Kysely<Schema>) {
  return { ...oneCase(db), ...listsOfCases(db), ...timesOfCases(db) };
}

/** Written out, so that the index of the open ones can be used. */
const isOpen = sql<boolean>`status <> 'closed'`;

function oneCase(db: Kysely<Schema>) {
  return {
    get: compileOnce<{ id: string }, { data: string }>((param) =>
      db.selectFrom('cases').select('data').where('id', '=', param('id')),
    ),
    openIn: compileOnce<{ conversation: string }, { data: string }>((param) =>
      db.selectFrom('cases').select('data').where('conversation', '=', param('conversation')).where(isOpen),
    ),
    entries: compileOnce<{ id: string }, { id: string; case_id: string; at: string; data: string }>((param) =>
      db
        .selectFrom('case_entries')
        .select(['id', 'case_id', 'at', 'data'])
        .where('case_id', '=', param('id'))
        .orderBy('seq'),
    ),
  };
}

function listsOfCases(db: Kysely<Schema>) {
  return {
    ofPerson: compileOnce<{ person: string; limit: number }, { data: string }>((param) =>
      db
        .selectFrom('cases')
        .select('data')
        .where('person', '=', param('person'))
        .orderBy('opened_at', 'desc')
        .orderBy('id')
        .limit(param('limit')),
    ),
    open: compileOnce<{ line: Line; limit: number }, { data: string }>((param) =>
      openOnes(db, param('line')).select('data').limit(param('limit')),
    ),
    openIds: compileOnce<{ line: Line }, { id: string; person: string }>((param) =>
      openOnes(db, param('line')).select(['id', 'person']),
    ),
    closed: compileOnce<{ line: Line; limit: number }, { data: string }>((param) =>
      db
        .selectFrom('cases')
        .select('data')
        .where('line', '=', param('line'))
        .where('closed_at', 'is not', null)
        .where('status', '=', sql.lit('closed'))
        .orderBy('closed_at', 'desc')
        .orderBy('id')
        .limit(param('limit')),
    ),
  };
}

function openOnes(db: Kysely<Schema>, line: Expression<Line>) {
  return db
    .selectFrom('cases')
    .where('line', '=', line)
    .where(isOpen)
    .orderBy(sql`case status when 'waiting' then 0 else 1 end`)
    .orderBy('opened_at')
    .orderBy('id');
}

function timesOfCases(db: Kysely<Schema>) {
  return {
    due: compileOnce<{ now: string; limit: number }, { id: string }>((param) =>
      db
        .selectFrom('cases')
        .select('id')
        .where('due_at', '<=', param('now'))
        .orderBy('due_at')
        .orderBy('id')
        .limit(param('limit')),
    ),
    nextDue: compileOnce<object, { due: string | null }>(() =>
      db.selectFrom('cases').select(({ fn }) => fn.min<string | null>('due_at').as('due')),
    ),
    changedSince: compileOnce<{ at: string; limit: number }, { case: string; revision: number }>((param) =>
      db
        .selectFrom('cases')
        .select(['id as case', 'revision'])
        .where('updated_at', '>=', param('at'))
        .orderBy('updated_at')
        .orderBy('id')
        .limit(param('limit')),
    ),
  };
}
