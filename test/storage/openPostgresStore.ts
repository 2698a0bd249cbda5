import { openPostgres } from '../../src/storage/openPostgres.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';
import { storeOver } from './storeOver.ts';

/** A store in a PostgreSQL database. */
export async function openPostgresStore(databaseUrl: string): Promise<OpenStore> {
  const storage = await openPostgres(databaseUrl, { as: 'server' });
  return storeOver(storage, () => openPostgresStore(databaseUrl));
}
