import { openSqlite } from './openSqlite.ts';
import type { Storage } from './storage.ts';

/** Where the data are. */
export interface DataPlace {
  /** A folder, for SQLite. */
  readonly dataDir: string;
  /** A PostgreSQL database instead. A secret: it holds a password. */
  readonly databaseUrl?: string | undefined;
}

/** Who opens the data. */
export interface OpenStorageOptions {
  /** A server, of which a folder takes only one at a time; or a tool, which may work beside it. */
  readonly as: 'server' | 'tool';
}

/**
 * Opens the data wherever they are and brings the tables up to date. Throws `storage-failed` with a sentence for whoever
 * runs the bot: what is wrong, what to do.
 */
export async function openStorage(
  { dataDir, databaseUrl }: DataPlace,
  { as }: OpenStorageOptions = { as: 'server' },
): Promise<Storage> {
  if (databaseUrl === undefined) return openSqlite(dataDir, { as });
  const { openPostgres } = await import('./openPostgres.ts');
  return openPostgres(databaseUrl, { as });
}
