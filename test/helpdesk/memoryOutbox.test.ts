import { type OpenOutbox, outboxContract } from '../contracts/outboxContract.ts';
import { createMemoryOutbox, type MemoryOutbox } from '../support/memoryOutbox.ts';

outboxContract('memory', async () => outboxOver(createMemoryOutbox()));

function outboxOver(store: MemoryOutbox): OpenOutbox {
  return {
    store,
    add: async (rows, at) => store.add(rows, at),
    async kept(id) {
      const row = store.rows().find((each) => each.id === id);
      return row && { state: row.state, receipt: row.receipt, payload: JSON.stringify(row.payload) };
    },
    again: async () => outboxOver(store),
    close: async () => undefined,
  };
}
