import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';
import { storeOver } from './storeOver.ts';

/** A folder of its own for one test. */
export async function makeTempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'unstuck-'));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** A store in SQLite, in the folder. */
export async function openStore(folder: string): Promise<OpenStore> {
  const storage = await openSqlite(folder, { as: 'tool' });
  return storeOver(storage, () => openStore(folder));
}
