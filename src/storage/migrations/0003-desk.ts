import { type Kysely, type Migration, sql } from 'kysely';
import { isPostgres } from '../isPostgres.ts';
import { createDeskTables } from './0003-deskTables.ts';

/**
 * The helpdesk: cases with their trail, files and links, where the desk is and who was seen there. Lines of the audit
 * say what was done to which case; a message on the web page can have a key, by which it is written once.
 */
export const desk: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createCases(db);
    await createFiles(db);
    await createDeskTables(db);
    await widenTables(db);
  },
};

async function createCases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('queued_at', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text')
    .addColumn('solved_at', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('cause', 'text')
    .addColumn('ending', 'text')
    .addColumn('starts_at', 'text')
    .addColumn('due_at', 'text')
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('cases');
  // A conversation has one at most that isn't closed, whoever opens a second at the same moment.
  await index('cases_live').column('conversation').unique().where(isntClosed).execute();
  await index('cases_open').columns(['line', 'opened_at']).where(isntClosed).execute();
  await index('cases_closed').columns(['line', 'closed_at']).where(sql<boolean>`status = 'closed'`).execute();
  await index('cases_by_end').column('closed_at').execute();
  await index('cases_by_person').columns(['person', 'opened_at']).execute();
  await index('cases_by_start').column('opened_at').execute();
  await index('cases_by_change').column('updated_at').execute();
  await index('cases_due').column('due_at').execute();
  await createEntries(db);
}

/** Written out, since an index of some rows is only used where the query says the same of them. */
const isntClosed = sql<boolean>`status <> 'closed'`;

async function createEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('case_entries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('case_entries_order').on('case_entries').columns(['case_id', 'seq']).unique().execute();
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .addColumn('person', 'text')
    .addColumn('source', 'text')
    .addColumn('name', 'text')
    .addColumn('type', 'text')
    .addColumn('size', 'integer')
    .execute();
  await db.schema.createIndex('files_by_case').on('files').columns(['case_id', 'at']).execute();
  await db.schema.createIndex('files_by_person').on('files').column('person').execute();
  await db.schema
    .createTable('file_chunks')
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('bytes', isPostgres(db) ? 'bytea' : 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_chunks_key', ['file', 'seq'])
    .execute();
}

async function widenTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('web_messages').addColumn('key', 'text').execute();
  await db.schema
    .createIndex('web_messages_once')
    .on('web_messages')
    .columns(['session', 'key'])
    .unique()
    .where(sql<boolean>`${sql.ref('key')} is not null`)
    .execute();
  await db.schema.alterTable('person_keys').addColumn('used_at', 'text').execute();
  for (const column of ['case_id', 'via', 'before', 'after']) {
    await db.schema.alterTable('audit').addColumn(column, 'text').execute();
  }
}
