import { createTurnStore } from '../storage/turnStore.ts';
import type { TurnStore } from '../turn/turnStore.ts';
import type { Built } from './built.ts';

/** The storage's turns; what they put into the outbox is looked for at once. */
export function buildTurnStore({
  storage,
  log,
  wakeOutbox,
  amend = (changes) => changes,
}: Omit<Built, 'store'>): TurnStore {
  const store = createTurnStore(storage.db, {
    onCorrupt: ({ conversation }) => log.error({ code: 'state-unreadable', conversation }, 'a case begins anew'),
  });
  return {
    load: store.load,
    note: store.note,
    async commit(changes) {
      const amended = amend(changes);
      const outcome = await store.commit(amended);
      if (outcome === 'committed' && amended.outbox.length + amended.cases.length > 0) wakeOutbox();
      return outcome;
    },
  };
}
