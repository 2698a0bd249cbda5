import type { Storage } from '../../src/storage/storage.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { createWebHistory } from '../../src/storage/webHistory.ts';
import { createWebSessions } from '../../src/storage/webSessions.ts';
import type { TurnKeys } from '../../src/turn/turnStore.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';

/** All that is kept for turns in an open database, with what was reported as corrupt. */
export function storeOver({ db, close }: Storage, again: () => Promise<OpenStore>): OpenStore {
  const corrupt: TurnKeys[] = [];
  return {
    db,
    store: createTurnStore(db, { onCorrupt: (keys) => corrupt.push(keys) }),
    history: createWebHistory(db),
    sessions: createWebSessions(db),
    corrupt,
    again,
    close,
  };
}
