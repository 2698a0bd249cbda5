import { expect } from 'chai';
import type { NewOutboxRow } from '../../src/helpdesk/outbox.ts';
import type { OpenStore } from './turnStoreContract.ts';
import { AT, changesOf, rejectionOf, webKeys } from './turnStoreSamples.ts';

/** The part of the contract about what a turn leaves for others: committed with it, or not at all. */
export function keepsOutbox(opened: () => OpenStore): void {
  it('leave what must reach somebody with them, due at once', async () => {
    const { db, store } = opened();

    await store.commit(changesOf('ann', { outbox: [rowOf('a', { person: 'web:ann', payload: { text: 'é\0' } })] }));

    expect(await db.selectFrom('outbox').selectAll().execute()).to.deep.equal([
      {
        id: 'a',
        queue: 'desk',
        seq: 1,
        person: 'web:ann',
        payload: '{"text":"é\\u0000"}',
        state: 'waiting',
        attempts: 0,
        unheard: 0,
        failures: 0,
        may_be_repeat: 0,
        due_at: AT.toISOString(),
        lease: null,
        leased_until: null,
        receipt: null,
        created_at: AT.toISOString(),
        ended_at: null,
      },
    ]);
  });

  it('number what they leave in the order of its queue', async () => {
    const { store } = opened();

    await store.commit(changesOf('ann', { outbox: [rowOf('a'), rowOf('b', { queue: 'other' }), rowOf('c')] }));
    await store.commit(changesOf('bob', { outbox: [rowOf('d')] }));

    expect(await queueOf(opened(), 'desk')).to.deep.equal(['1 a', '2 c', '3 d']);
    expect(await queueOf(opened(), 'other')).to.deep.equal(['1 b']);
  });

  it('leave the same thing once, whoever hands it in again', async () => {
    const { store } = opened();
    await store.commit(changesOf('ann', { outbox: [rowOf('a')] }));

    const outcome = await store.commit(changesOf('bob', { outbox: [rowOf('a'), rowOf('b')] }));

    expect(outcome).to.equal('committed');
    expect(await queueOf(opened(), 'desk')).to.deep.equal(['1 a', '2 b']);
  });

  it('leave nothing when they lose', async () => {
    const { store } = opened();
    await store.commit(changesOf('ann'));

    const outcomes = [
      await store.commit(changesOf('ann', { version: 1, outbox: [rowOf('same delivery')] })),
      await store.commit(changesOf('ann', { keys: webKeys('ann', 'late'), outbox: [rowOf('old version')] })),
    ];

    expect(outcomes).to.deep.equal(['conflict', 'conflict']);
    expect(await queueOf(opened(), 'desk')).to.deep.equal([]);
  });

  it('are not kept when what they leave can’t be written', async () => {
    const { store } = opened();
    const unwritable = { toJSON: () => undefined };

    const fault = await rejectionOf(
      store.commit(changesOf('ann', { outbox: [rowOf('a'), rowOf('b', { payload: unwritable })] })),
    );

    expect(fault).to.include({ code: 'storage-failed' });
    expect((await store.load(webKeys('ann'))).version).to.equal(0);
    expect(await queueOf(opened(), 'desk')).to.deep.equal([]);
  });

  it('number what they leave without a gap when 20 come at once from two processes', async () => {
    const other = await opened().again();

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? opened() : other).store.commit(changesOf(`s${i}`, { outbox: [rowOf(`${i}`)] })),
      ),
    );

    expect(new Set(outcomes)).to.deep.equal(new Set(['committed']));
    const rows = await queueOf(opened(), 'desk');
    expect(rows.map((row) => row.split(' ')[0])).to.deep.equal(Array.from({ length: 20 }, (_, i) => `${i + 1}`));
    expect(new Set(rows.map((row) => row.split(' ')[1]))).to.have.property('size', 20);
    await other.close();
  });
}

function rowOf(id: string, others: Partial<NewOutboxRow> = {}): NewOutboxRow {
  return { id, queue: 'desk', person: null, payload: {}, ...others };
}

async function queueOf({ db }: OpenStore, queue: string): Promise<string[]> {
  const rows = await db.selectFrom('outbox').select(['seq', 'id']).where('queue', '=', queue).orderBy('seq').execute();
  return rows.map(({ seq, id }) => `${seq} ${id}`);
}
