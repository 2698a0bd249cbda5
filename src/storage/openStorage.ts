import { openSqlite } from './openSqlite.ts';
import type { OpenStorageOptions, Storage } from './storage.ts';

/** Where the data are. */
export interface DataPlace {
  /** A folder, for SQLite. */
  readonly dataDir: string;
  /** A PostgreSQL database instead. A secret: it holds a password. */
  readonly databaseUrl?: string | undefined;
}

/**
 * Opens the data wherever they are and brings the tables up to date, unless told otherwise. Throws `storage-failed` with a sentence for whoever
 * runs the bot: what is wrong, what to do.
 */
export async function openStorage(
  { dataDir, databaseUrl }: DataPlace,
  options: OpenStorageOptions = { as: 'server' },
): Promise<Storage> {
  if (databaseUrl === undefined) return openSqlite(dataDir, options);
  const { openPostgres } = await import('./openPostgres.ts');
  return openPostgres(databaseUrl, options);
}
