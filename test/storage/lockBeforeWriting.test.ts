import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { rejectionOf } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, removeFolder } from './openStore.ts';

describe('a SQLite file that another process writes to', () => {
  let folder: string;
  let storage: Storage;
  let beside: Database.Database;

  beforeEach(async () => {
    folder = await makeTempFolder();
    storage = await openSqlite(folder);
    beside = new Database(join(folder, 'unstuck.db'));
    beside.pragma('busy_timeout = 0');
  });

  afterEach(async () => {
    beside.close();
    await storage.close();
    await removeFolder(folder);
  });

  const greet = (person: string) => storage.db.insertInto('people').values({ person, greeted_at: 'now' });
  const open = (id: string) => storage.db.insertInto('web_sessions').values({ id, created_at: 'now' });
  const peopleBeside = () => beside.prepare('select person from people order by person').pluck().all();

  for (const { name, refused } of [
    { name: 'an insert', refused: () => open('refused').execute() },
    { name: 'an insert that gives rows', refused: () => open('refused').returning('id').execute() },
    {
      name: 'a transaction',
      refused: () => storage.db.transaction().execute((db) => db.deleteFrom('people').execute()),
    },
  ]) {
    it(`keeps what is written after ${name} that found it taken`, async () => {
      beside.exec('begin immediate');
      const fault = await rejectionOf(refused());
      beside.exec('commit');

      await greet('ann').execute();

      expect(fault).to.include({ code: 'SQLITE_BUSY' });
      expect(peopleBeside()).to.deep.equal(['ann']);
    });

    it(`can be written to by others after ${name} that found it taken`, async () => {
      beside.exec('begin immediate');
      await rejectionOf(refused());
      beside.exec('commit');
      await greet('ann').execute();

      beside.exec("insert into people values ('bob', 'now')");

      expect(peopleBeside()).to.deep.equal(['ann', 'bob']);
    });
  }

  it('is free again after a write that was refused for what it wrote', async () => {
    await greet('ann').execute();
    const fault = await rejectionOf(greet('ann').execute());

    beside.exec("insert into people values ('bob', 'now')");

    expect(fault).to.have.property('code').that.includes('SQLITE_CONSTRAINT');
    expect(peopleBeside()).to.deep.equal(['ann', 'bob']);
  });

  it('can be read while another writes', async () => {
    await greet('ann').execute();
    beside.exec('begin immediate');

    const people = await storage.db.selectFrom('people').select('person').execute();

    expect(people).to.deep.equal([{ person: 'ann' }]);
    beside.exec('commit');
  });
});
