import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import Database from 'libsql';
import { turnStoreContract } from '../contracts/turnStoreContract.ts';
import { changesOf, rejectionOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, openStore, removeFolder, type SqliteStore } from './openStore.ts';

turnStoreContract('SQLite', async () => {
  const folder = await makeTempFolder();
  const opened = await openStore(folder);
  return {
    ...opened,
    async close() {
      await opened.close();
      await removeFolder(folder);
    },
  };
});

describe('the turn store on SQLite', () => {
  let folder: string;
  let opened: SqliteStore;
  let beside: Database.Database;

  beforeEach(async () => {
    folder = await makeTempFolder();
    opened = await openStore(folder);
    beside = new Database(join(folder, 'unstuck.db'));
  });

  afterEach(async () => {
    beside.close();
    await opened.close();
    await removeFolder(folder);
  });

  for (const text of ['{"draft":{"pack"', '', 'null', '[]', '{"draft":{}}', '{"draft":[],"dialogStack":[]}']) {
    it(`begins anew where the stored state is ${JSON.stringify(text)}, and says so`, async () => {
      await opened.store.commit(changesOf('ann'));
      beside.prepare('update conversations set state = ?').run([text]);

      const loaded = await opened.store.load(webKeys('ann', 'next'));

      expect(loaded).to.deep.equal({ version: 1, state: null, greeted: false, seen: false });
      expect(opened.corrupt).to.deep.equal([webKeys('ann', 'next')]);
    });
  }

  it('mends a state that can’t be read with the next commit', async () => {
    await opened.store.commit(changesOf('ann'));
    beside.prepare('update conversations set state = ?').run(['{']);

    await opened.store.commit(changesOf('ann', { keys: webKeys('ann', 'next'), version: 1, state: stateOf(2) }));

    expect(await opened.store.load(webKeys('ann')))
      .to.include({ version: 2 })
      .and.deep.include({ state: stateOf(2) });
    expect(opened.corrupt).to.deep.equal([]);
  });

  it('leaves nothing of a commit whose last statement the database refuses', async () => {
    beside.exec("create trigger full before insert on web_messages begin select raise(abort, 'full'); end");

    const fault = await rejectionOf(opened.store.commit(changesOf('ann', { greeted: true, messages: [{}] })));

    expect(fault).to.include({ code: 'storage-failed', message: "couldn't commit a turn" });
    expect(fault?.cause).to.have.property('message', 'full');
    expect(await opened.store.load(webKeys('ann'))).to.include({ version: 0, greeted: false, seen: false });
  });

  it('waits for another writer without standing still', async () => {
    beside.exec('begin immediate');
    const commit = opened.store.commit(changesOf('ann'));
    const whileWaiting = await setImmediate('others go on');

    beside.exec('commit');

    expect(whileWaiting).to.equal('others go on');
    expect(await commit).to.equal('committed');
  });

  it('reads beside another writer', async () => {
    beside.exec('begin immediate');

    const loaded = await opened.store.load(webKeys('ann'));

    expect(loaded.version).to.equal(0);
    beside.exec('commit');
  });

  it('stores times in UTC', async () => {
    await opened.store.commit(changesOf('ann', { greeted: true, messages: [{}] }));

    const times = beside
      .prepare(
        `select updated_at as at from conversations union all select committed_at from deliveries
         union all select greeted_at from people union all select created_at from web_messages`,
      )
      .all();

    expect(times).to.deep.equal(Array.from({ length: 4 }, () => ({ at: '2026-03-01T09:30:00.000Z' })));
  });
});
