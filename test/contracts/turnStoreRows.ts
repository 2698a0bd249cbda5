import { expect } from 'chai';
import type { OpenStore } from './turnStoreContract.ts';
import { AT, changesOf, stateOf, webKeys } from './turnStoreSamples.ts';

/** The part of the contract that looks at what is in the tables. */
export function keepsRows(opened: () => OpenStore): void {
  it('say whose the conversation is, and which conversation a delivery belongs to', async () => {
    const { db, store } = opened();

    await store.commit(changesOf('ann'));

    expect(await db.selectFrom('conversations').select(['key', 'person']).execute()).to.deep.equal([
      { key: 'web::ann', person: 'web:ann' },
    ]);
    expect(await db.selectFrom('deliveries').select(['key', 'conversation']).execute()).to.deep.equal([
      { key: 'web::ann:first', conversation: 'web::ann' },
    ]);
  });

  it('say whose a conversation is that was stored before that was kept', async () => {
    const { db, store } = opened();
    await store.commit(changesOf('ann'));
    await db.updateTable('conversations').set({ person: null }).execute();

    await store.commit(changesOf('ann', { keys: webKeys('ann', 'next'), version: 1 }));

    expect(await db.selectFrom('conversations').select('person').execute()).to.deep.equal([{ person: 'web:ann' }]);
  });

  it('are stored with their times in UTC', async () => {
    const { db, store } = opened();

    await store.commit(changesOf('ann', { greeted: true, messages: [{}] }));

    const times = await db
      .selectFrom('conversations')
      .select('updated_at as at')
      .unionAll(db.selectFrom('deliveries').select('committed_at as at'))
      .unionAll(db.selectFrom('people').select('greeted_at as at'))
      .unionAll(db.selectFrom('web_messages').select('created_at as at'))
      .execute();
    expect(times).to.deep.equal(Array.from({ length: 4 }, () => ({ at: AT.toISOString() })));
  });

  for (const text of ['{"draft":{"pack"', '', 'null', '[]', '{"draft":{}}', '{"draft":[],"dialogStack":[]}']) {
    it(`begin anew where the stored state is ${JSON.stringify(text)}, and say so`, async () => {
      const { db, store, corrupt } = opened();
      await store.commit(changesOf('ann'));
      await db.updateTable('conversations').set({ state: text }).execute();

      const loaded = await store.load(webKeys('ann', 'next'));

      expect(loaded).to.deep.equal({ version: 1, state: null, greeted: false, seen: false, live: null });
      expect(corrupt).to.deep.equal([webKeys('ann', 'next')]);
    });
  }

  it('mend a state that can’t be read with the next commit', async () => {
    const { db, store, corrupt } = opened();
    await store.commit(changesOf('ann'));
    await db.updateTable('conversations').set({ state: '{' }).execute();

    await store.commit(changesOf('ann', { keys: webKeys('ann', 'next'), version: 1, state: stateOf(2) }));

    expect(await store.load(webKeys('ann')))
      .to.include({ version: 2 })
      .and.deep.include({ state: stateOf(2) });
    expect(corrupt).to.deep.equal([]);
  });

  it('are stored and found again where an id has a NUL in it', async () => {
    const { store } = opened();
    const keys = { conversation: 'teams:t:a\0b', delivery: 'teams:t:a\0b:\0', person: 'teams:t:\0' };

    const outcome = await store.commit(changesOf('ann', { keys, greeted: true }));

    expect(outcome).to.equal('committed');
    expect(await store.load(keys)).to.include({ version: 1, greeted: true, seen: true });
  });
}
