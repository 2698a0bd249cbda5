import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { createWebHistory } from '../../src/storage/webHistory.ts';
import { createWebSessions } from '../../src/storage/webSessions.ts';
import type { TurnKeys } from '../../src/turn/turnStore.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';

/** A SQLite store in the folder, with what it reported as corrupt. */
export interface SqliteStore extends OpenStore {
  readonly corrupt: readonly TurnKeys[];
  again(): Promise<SqliteStore>;
}

/** A folder of its own for one test. */
export async function makeTempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'unstuck-'));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export async function openStore(folder: string): Promise<SqliteStore> {
  const storage = await openSqlite(folder);
  const corrupt: TurnKeys[] = [];
  return {
    store: createTurnStore(storage.db, { onCorrupt: (keys) => corrupt.push(keys) }),
    history: createWebHistory(storage.db),
    sessions: createWebSessions(storage.db),
    corrupt,
    again: () => openStore(folder),
    close: storage.close,
  };
}
