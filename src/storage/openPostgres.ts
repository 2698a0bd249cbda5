import { Kysely, PostgresDialect, sql } from 'kysely';
import { type AttemptTime, attempt } from './attempt.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { postgresAdvice } from './postgresAdvice.ts';
import { postgresPool } from './postgresPool.ts';
import { type PostgresUse, postgresSettings } from './postgresSettings.ts';
import type { Schema } from './schema.ts';
import type { OpenStorageOptions, Storage } from './storage.ts';
import { createWebMessageListener } from './webMessageListener.ts';

/** How PostgreSQL is opened. A server’s statements have a time limit; those of a tool have none. */
export interface OpenPostgresOptions extends OpenStorageOptions {
  /** How long to wait for a database that can't be reached. */
  readonly time?: AttemptTime;
}

/**
 * Opens the data in a PostgreSQL database and brings its tables up to date; several processes may do so at once. Waits
 * up to eight seconds for one that is only just starting. Throws `storage-failed` with a sentence for whoever runs the
 * bot, in which neither the address nor the password is.
 */
export async function openPostgres(
  databaseUrl: string,
  { as, upgrade = true, time }: OpenPostgresOptions,
): Promise<Storage> {
  const settle = upgrade ? migrate : checkMigrated;
  try {
    await attempt('bring the tables up to date', () => settleTables(databaseUrl, settle), time);
  } catch (error) {
    throw postgresAdvice(error);
  }
  const db = connect(databaseUrl, as);
  const listener = createWebMessageListener(postgresSettings(databaseUrl, 'listener'));
  return {
    db,
    onWebMessages: listener.onMessages,
    ready: () => isReady(db),
    async close() {
      await listener.close();
      await db.destroy();
    },
  };
}

/** Over a connection of its own: a change of large tables may take longer than any statement of a turn. */
async function settleTables(databaseUrl: string, settle: typeof migrate): Promise<void> {
  const db = connect(databaseUrl, 'tool');
  try {
    await settle(db, migrations);
  } finally {
    await db.destroy();
  }
}

function connect(databaseUrl: string, use: PostgresUse): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: async () => postgresPool(postgresSettings(databaseUrl, use)) }),
  });
}

async function isReady(db: Kysely<Schema>): Promise<boolean> {
  const [result] = await Promise.allSettled([sql`select 1 from conversations limit 1`.execute(db)]);
  return result.status === 'fulfilled';
}
