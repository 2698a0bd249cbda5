import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { randomFrom } from '../../soak/random.ts';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import { wipeTraces } from '../../src/storage/personDataTraces.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { makeTempFolder, removeFolder } from './openStore.ts';

const PEOPLE = 200;
const ERASED = 40;

/** With this one SQLite leaves a copy of a deleted row in the gap of a page, though it zeroes what is deleted. */
const SEED = 3;

describe('wiping traces on SQLite', function () {
  this.timeout(60_000);

  let folder: string;
  let storage: Storage;

  beforeEach(async () => {
    folder = await makeTempFolder();
    storage = await openSqlite(folder, { as: 'tool' });
  });

  afterEach(async () => {
    await storage.close();
    await removeFolder(folder);
  });

  it('leaves no copies behind where rows have been moved between pages', async () => {
    const file = join(folder, 'unstuck.db');
    const names = talk(file, randomFrom(SEED));
    const erased = names.slice(0, ERASED);
    for (const name of erased) await storage.db.deleteFrom('web_messages').where('session', '=', name).execute();

    await wipeTraces(storage.db);

    const bytes = readFileSync(file, 'latin1');
    expect(erased.filter((name) => bytes.includes(name))).to.deep.equal([]);
    expect(names.slice(ERASED).every((name) => bytes.includes(name))).to.equal(true);
  });

  it('empties the write-ahead log, also while another process has the data open', async () => {
    const beside = new Database(join(folder, 'unstuck.db'));
    beside.prepare('select * from conversations').all([]);
    beside.prepare("insert into people values ('web:a', '2026-01-01T00:00:00.000Z')").run([]);

    await wipeTraces(storage.db);

    expect(statSync(join(folder, 'unstuck.db-wal')).size).to.equal(0);
    beside.close();
  });

  it('waits for another writer to be done', async () => {
    const beside = new Database(join(folder, 'unstuck.db'));
    beside.exec('begin immediate');
    const wiped = wipeTraces(storage.db);

    beside.exec("insert into people values ('web:a', '2026-01-01T00:00:00.000Z'); commit");
    await wiped;

    expect(statSync(join(folder, 'unstuck.db-wal')).size).to.equal(0);
    beside.close();
  });
});

/** Messages of many sessions, one after another, so that pages of the index are split in the middle again and again. */
function talk(file: string, random: () => number): readonly string[] {
  const database = new Database(file);
  const names = Array.from({ length: PEOPLE }, (_, i) => `person-${i}-${Math.floor(random() * 1e9)}`);
  const insert = database.prepare("insert into web_messages values (?, ?, ?, '2026-01-01T00:00:00.000Z', null)");
  database.pragma('secure_delete = ON');
  database.exec('begin immediate');
  for (let seq = 1; seq <= 6_000; seq++) {
    const name = names[Math.floor(random() * PEOPLE)] ?? '';
    insert.run([name, seq, name.repeat(1 + Math.floor(random() * 40))]);
  }
  database.exec('commit');
  database.close();
  return names;
}
