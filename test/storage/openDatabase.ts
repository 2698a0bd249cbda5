import type { Kysely } from 'kysely';
import { openPostgres } from '../../src/storage/openPostgres.ts';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import type { Schema } from '../../src/storage/schema.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { freshDatabase } from '../support/postgres.ts';
import { makeTempFolder, removeFolder } from './openStore.ts';

/** An empty database with the newest schema, and the way to another connection to it. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  /** Closed with the first. */
  again(): Promise<Kysely<Schema>>;
  /** Closes all connections and removes the data. */
  close(): Promise<void>;
}

/** Both databases, by their names. */
export const databases: Readonly<Record<string, () => Promise<OpenDatabase>>> = {
  SQLite: async () => {
    const folder = await makeTempFolder();
    return opened(
      () => openSqlite(folder, { as: 'tool' }),
      () => removeFolder(folder),
    );
  },
  PostgreSQL: async () => {
    const { url, drop } = await freshDatabase();
    return opened(() => openPostgres(url, { as: 'tool' }), drop);
  },
};

async function opened(connect: () => Promise<Storage>, remove: () => Promise<void>): Promise<OpenDatabase> {
  const first = await connect();
  const others: Storage[] = [];
  return {
    db: first.db,
    async again() {
      const other = await connect();
      others.push(other);
      return other.db;
    },
    async close() {
      await Promise.all([first, ...others].map((storage) => storage.close()));
      await remove();
    },
  };
}
