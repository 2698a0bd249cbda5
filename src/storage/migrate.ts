import { DEFAULT_MIGRATION_TABLE, type Kysely, type Migration, Migrator, sql } from 'kysely';
import { AppError } from '../errors.ts';

/** What must be told apart from any other fault: going on would write an old form into new tables. */
const NEWER = 'The data was written by a newer version of Unstuck. Start that version or a later one.';

/**
 * Brings the schema up to the newest of `migrations`; does nothing when it is there already. All of it happens, or
 * none of it. Throws `storage-failed` when the data knows a migration that isn't listed, and the database's own
 * errors as they are.
 */
export async function migrate<T>(db: Kysely<T>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const unknown = (await doneMigrations(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new AppError('storage-failed', `${NEWER} (${unknown.join(', ')})`);
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function doneMigrations<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}
