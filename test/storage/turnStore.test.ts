import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import Database from 'libsql';
import { type OpenStore, turnStoreContract } from '../contracts/turnStoreContract.ts';
import { changesOf, rejectionOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { freshDatabase } from '../support/postgres.ts';
import { openPostgresStore } from './openPostgresStore.ts';
import { makeTempFolder, openStore, removeFolder } from './openStore.ts';

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

turnStoreContract('PostgreSQL', async () => {
  const database = await freshDatabase();
  const opened = await openPostgresStore(database.url);
  return {
    ...opened,
    async close() {
      await opened.close();
      await database.drop();
    },
  };
});

describe('the turn store on SQLite', () => {
  let folder: string;
  let opened: OpenStore;
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
});
