import { type Kysely, sql } from 'kysely';
import { attempt } from './attempt.ts';
import { deskNamesOf } from './deskNames.ts';
import { isPostgres } from './isPostgres.ts';
import { type Mention, mentionsOf } from './personDataMentions.ts';
import { type PersonDataKind, personDataRows } from './personDataRows.ts';
import type { Schema } from './schema.ts';

/** A row with its columns as they are stored, JSON read. */
type StoredRow = Readonly<Record<string, unknown>>;

/** All that is stored of a person, but for the bytes of files. */
export type PersonExport = { readonly person: string; readonly mentions: readonly Mention[] } & {
  readonly [Kind in 'conversations' | 'cases' | PersonDataKind | 'auditLines']: readonly StoredRow[];
};

/** The columns that hold JSON. */
const JSON_COLUMNS: readonly string[] = ['state', 'activity', 'payload', 'data', 'account'];

/** Reads all that is stored of a person; null where that is nothing. Throws `storage-failed`. */
export function exportPerson(db: Kysely<Schema>, person: string): Promise<PersonExport | null> {
  return attempt('read what is stored of a person', () => inSnapshot(db, async (snapshot) => read(snapshot, person)));
}

/** All of it as it was at one moment, however much is written meanwhile. SQLite's transactions are that by themselves. */
function inSnapshot<T>(db: Kysely<Schema>, work: (snapshot: Kysely<Schema>) => Promise<T>): Promise<T> {
  const transaction = db.transaction();
  return (isPostgres(db) ? transaction.setIsolationLevel('repeatable read') : transaction).execute(work);
}

async function read(db: Kysely<Schema>, person: string): Promise<PersonExport | null> {
  const { conversations, cases, others } = personDataRows(person);
  const own = await db.selectFrom('conversations').selectAll().where(conversations).orderBy('key').execute();
  const ownCases = await db.selectFrom('cases').selectAll().where(cases).orderBy('opened_at').execute();
  const mentions = await mentionsOf(db, person);
  const found = emptyRows();
  const deskNames = await deskNamesOf(db, person);
  const keys = { conversations: own.map(({ key }) => key), cases: ownCases.map(({ id }) => id), deskNames };
  for (const { kind, table, where } of others(keys)) {
    if (kind === null) continue;
    const { rows } = await sql<StoredRow>`select * from ${sql.table(table)} where ${where}`.execute(db);
    found[kind].push(...rows.map(withJson));
  }
  const isNothing = Object.values(found).every((rows) => rows.length === 0);
  if (isNothing && own.length === 0 && ownCases.length === 0 && mentions.length === 0) return null;
  found.webMessages.sort((a, b) => Number(a['seq']) - Number(b['seq']));
  found.caseEntries.sort((a, b) => (a['case_id'] === b['case_id'] ? Number(a['seq']) - Number(b['seq']) : 0));
  return {
    ...{ person, conversations: own.map(withJson), cases: ownCases.map(withJson), ...found, mentions },
    auditLines: await auditLines(db, person),
  };
}

function emptyRows(): Record<PersonDataKind, StoredRow[]> {
  return {
    deliveryKeys: [],
    greetings: [],
    webSessions: [],
    webMessages: [],
    outboxRows: [],
    caseEntries: [],
    caseLinks: [],
    deskPosts: [],
    files: [],
    deskMembers: [],
    deskSessions: [],
    auditKeys: [],
  };
}

function auditLines(db: Kysely<Schema>, person: string): Promise<readonly StoredRow[]> {
  return db
    .selectFrom('audit')
    .innerJoin('person_keys', 'person_keys.key', 'audit.person_key')
    .select(['audit.at', 'audit.action', 'audit.case_id', 'audit.via'])
    .where('person_keys.person', '=', person)
    .orderBy('audit.at')
    .execute();
}

function withJson(row: object): StoredRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, JSON_COLUMNS.includes(column) ? readJson(value) : value]),
  );
}

/** What isn't JSON, as it may be after a fault, is given as it is. */
function readJson(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}
