import { type Kysely, sql } from 'kysely';
import { attempt } from './attempt.ts';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';

/** Every table that holds something of people. */
const TABLES: readonly (keyof Schema)[] = [
  'conversations',
  'deliveries',
  'people',
  'web_sessions',
  'web_messages',
  'outbox',
  'person_keys',
  'cases',
  'case_entries',
  'case_links',
  'files',
  'file_chunks',
  'desk_places',
  'desk_members',
  'desk_sessions',
];

/**
 * Wipes what deleted rows have left behind in the database's files. Throws `storage-failed`, as when somebody else
 * keeps the database busy: then nothing is lost, and it can be done again.
 *
 * SQLite: writes the whole file anew. Zeroing what is deleted isn't enough: where SQLite has moved rows from page to
 * page, copies stay in the gaps (measured: in about one file of three). Then it empties the write-ahead log. Turns wait
 * meanwhile, about a second for each 100 MB (measured with 248 MB), and fail after five.
 *
 * PostgreSQL: vacuums the tables, so that the space is used again. What was in it stays in the files until then, in
 * the write-ahead log until that is recycled, and in backups.
 */
export async function wipeTraces(db: Kysely<Schema>): Promise<void> {
  if (isPostgres(db)) {
    const tables = sql.join(TABLES.map((table) => sql.table(table)));
    await attempt('vacuum the tables', () => sql`vacuum ${tables}`.execute(db));
    return;
  }
  await attempt('write the file anew', () => sql`vacuum`.execute(db));
  await attempt('empty the log', () => emptyLog(db));
}

/** SQLite doesn't throw here when somebody is at the log, but says so in a row. */
async function emptyLog(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0]?.busy !== 0) throw Object.assign(new Error('the log is in use'), { code: 'SQLITE_BUSY' });
}
