import { expect } from 'chai';
import type { Kysely } from 'kysely';
import { createOutboxStore } from '../../src/storage/outboxStore.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { type OpenOutbox, outboxContract } from '../contracts/outboxContract.ts';
import { addOutboxRows, keptOutboxRow } from '../contracts/outboxRows.ts';
import { AT, idsOf, leaseRequest, rowsOf, theOne } from '../contracts/outboxSamples.ts';
import { databases, type OpenDatabase } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) {
  outboxContract(name, async () => {
    const database = await open();
    return outboxOver(database.db, database);
  });

  describe(`the outbox store on ${name}`, () => {
    let database: OpenDatabase;

    beforeEach(async () => {
      database = await open();
    });

    afterEach(() => database.close());

    it('finds the first of a queue among thousands without looking at each for each', async () => {
      await fill(database.db, { delivered: 10_000, waiting: 3_000 });
      const store = createOutboxStore(database.db);
      const startedAt = performance.now();

      const leased = await store.lease(leaseRequest());
      await store.nextDue();

      // It takes some milliseconds, and ten seconds where every waiting row is compared with those before it.
      expect(performance.now() - startedAt).to.be.below(1_500);
      expect(idsOf(leased)).to.deep.equal(['waiting 1']);
    });

    it('goes on past a row whose payload can’t be read', async () => {
      await addOutboxRows(database.db, rowsOf('a1', 'b1'), AT);
      await database.db.updateTable('outbox').set({ payload: '{"ch' }).where('id', '=', 'a1').execute();

      const leased = await createOutboxStore(database.db).lease(leaseRequest());

      expect(idsOf(leased)).to.deep.equal(['a1', 'b1']);
      expect(theOne(leased.filter(({ id }) => id === 'a1')).payload).to.deep.equal({});
    });

    it('tells of a fault of the database', async () => {
      await database.db.schema.dropTable('outbox').execute();
      const store = createOutboxStore(database.db);

      const faults = await Promise.allSettled([store.lease(leaseRequest()), store.nextDue(), store.figures()]);

      const codes = faults.map((fault) => (fault.status === 'rejected' ? fault.reason.code : fault.status));
      expect(codes).to.deep.equal(['storage-failed', 'storage-failed', 'storage-failed']);
    });
  });
}

function outboxOver(db: Kysely<Schema>, { again, close }: Pick<OpenDatabase, 'again' | 'close'>): OpenOutbox {
  return {
    store: createOutboxStore(db),
    add: (rows, at) => addOutboxRows(db, rows, at),
    kept: (id) => keptOutboxRow(db, id),
    again: async () => outboxOver(await again(), { again, close: async () => undefined }),
    close,
  };
}

/** A queue with a past: what was delivered stays in the table for days. */
async function fill(db: Kysely<Schema>, counts: { delivered: number; waiting: number }): Promise<void> {
  const time = AT.toISOString();
  const rows = (['delivered', 'waiting'] as const).flatMap((state) =>
    Array.from({ length: counts[state] }, (_, at) => ({
      ...{ id: `${state} ${at + 1}`, queue: 'desk', seq: (state === 'waiting' ? counts.delivered : 0) + at + 1, state },
      ...{ payload: '{}', attempts: 0, unheard: 0, failures: 0, may_be_repeat: 0, due_at: time, created_at: time },
    })),
  );
  for (let at = 0; at < rows.length; at += 500) {
    await db
      .insertInto('outbox')
      .values(rows.slice(at, at + 500))
      .execute();
  }
}
