import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { AppError } from '../errors.ts';
import { attempt } from './attempt.ts';
import { cacheStatements } from './cacheStatements.ts';
import { lockBeforeWriting } from './lockBeforeWriting.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';
import { serverLock } from './serverLock.ts';
import type { OpenStorageOptions, Storage } from './storage.ts';
import { TransactionalSqliteDialect } from './transactionalSqliteDialect.ts';

const FILE = 'unstuck.db';

/**
 * Readers beside one writer; what a person was told is on the disk; what is deleted is overwritten; no waiting inside
 * SQLite, since `attempt` waits without standing the process still.
 */
const SETTINGS = [
  'busy_timeout = 0',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
];

/**
 * Opens the data in a folder, making both where they are missing and bringing the tables up to date. Throws
 * `storage-failed` with a sentence for whoever runs the bot: what is wrong with the folder or the file, what to do;
 * a server also when another server is on the folder.
 */
export async function openSqlite(
  folder: string,
  { as, upgrade = true }: OpenStorageOptions = { as: 'tool' },
): Promise<Storage> {
  await makeFolder(folder);
  const unlock = as === 'server' ? serverLock(folder) : () => undefined;
  try {
    const db = await openTables(join(folder, FILE), upgrade ? migrate : checkMigrated);
    return {
      db,
      onWebMessages: () => undefined,
      ready: () => isReady(db),
      close: () => close(db).finally(unlock),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openTables(file: string, settle: typeof migrate): Promise<Kysely<Schema>> {
  const database = await openFile(file);
  const prepared = cacheStatements(lockBeforeWriting(database));
  const db = new Kysely<Schema>({ dialect: new TransactionalSqliteDialect({ database: prepared }) });
  try {
    await attempt(`bring the tables in ${file} up to date`, () => settle(db, migrations));
  } catch (error) {
    database.close();
    throw error;
  }
  return db;
}

/** Readable for the bot's own account alone: it holds what people wrote. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await files.mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AppError(
      'storage-failed',
      `Can’t make the data folder ${folder}. Let the bot’s account write there, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

async function openFile(file: string): Promise<Database.Database> {
  try {
    return await attempt(`open ${file}`, async () => {
      const database = new Database(file);
      try {
        for (const setting of SETTINGS) database.pragma(setting);
      } catch (error) {
        database.close();
        throw error;
      }
      return database;
    });
  } catch (error) {
    throw new AppError('storage-failed', whatToDo(file, error), { cause: error });
  }
}

function whatToDo(file: string, error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const isForeign = cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB';
  return isForeign
    ? `${file} is not a database. Move it away, or set DATA_DIR to another folder.`
    : `Can’t open ${file} for writing. Let the bot’s account write to it, or set DATA_DIR to another folder.`;
}

/** Writes the log into the file first, so that a copy of the file alone is whole; no matter if others still use it. */
async function close(db: Kysely<Schema>): Promise<void> {
  await Promise.allSettled([sql`pragma wal_checkpoint(truncate)`.execute(db)]);
  await db.destroy();
}

async function isReady(db: Kysely<Schema>): Promise<boolean> {
  const [result] = await Promise.allSettled([sql`select 1 from conversations limit 1`.execute(db)]);
  return result.status === 'fulfilled';
}
