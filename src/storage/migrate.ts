import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from 'kysely';
import { AppError } from '../errors.ts';
import { isPostgres } from './isPostgres.ts';

/** What must be told apart from any other fault: going on would write an old form into new tables. */
const NEWER = 'The data was written by a newer version of Unstuck. Start that version or a later one.';

/** A tool beside a running bot of an earlier version must not take its tables from under it. */
const OLDER =
  'The tables are not yet those of this version of Unstuck. Start the bot once in this version, then try again.';

/**
 * Brings the schema up to the newest of `migrations`; does nothing when it is there already. All of it happens, or
 * none of it. Throws `storage-failed` when the data knows a migration that isn't listed, and the database's own
 * errors as they are.
 */
export async function migrate<T>(db: Kysely<T>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  refuseNewer(await doneMigrations(db), migrations);
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Throws `storage-failed`, and changes nothing, unless the schema is the newest of `migrations`. */
export async function checkMigrated<T>(db: Kysely<T>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const done = await doneMigrations(db);
  refuseNewer(done, migrations);
  if (Object.keys(migrations).some((name) => !done.includes(name))) throw new AppError('storage-failed', OLDER);
}

function refuseNewer(done: readonly string[], migrations: Readonly<Record<string, Migration>>): void {
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new AppError('storage-failed', `${NEWER} (${unknown.join(', ')})`);
}

async function doneMigrations<T>(db: Kysely<T>): Promise<readonly string[]> {
  if (!(await hasMigrationTable(db))) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}

/** On PostgreSQL another program may have a table of that name in a schema of its own: ours is the one that is found. */
async function hasMigrationTable<T>(db: Kysely<T>): Promise<boolean> {
  const { rows } = isPostgres(db)
    ? await sql`select 1 where to_regclass(${DEFAULT_MIGRATION_TABLE}) is not null`.execute(db)
    : await sql`select 1 from sqlite_master where name = ${DEFAULT_MIGRATION_TABLE}`.execute(db);
  return rows.length > 0;
}
