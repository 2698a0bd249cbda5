import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { sql } from 'kysely';
import Database from 'libsql';
import { migrations } from '../../src/storage/migrations.ts';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import { AT, changesOf, rejectionOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, openStore, removeFolder } from './openStore.ts';

describe('openSqlite', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await makeTempFolder();
  });

  afterEach(() => removeFolder(folder));

  it('makes the folder, for its own account alone, and the file', async () => {
    const inside = join(folder, 'some', 'data');

    const storage = await openSqlite(inside);

    expect((await stat(inside)).mode & 0o777).to.equal(0o700);
    expect(existsSync(join(inside, 'unstuck.db'))).to.equal(true);
    await storage.close();
  });

  for (const [setting, value] of Object.entries({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
  })) {
    it(`sets ${setting} to ${value}`, async () => {
      const storage = await openSqlite(folder);

      const { rows } = await sql`pragma ${sql.raw(setting)}`.execute(storage.db);

      expect(rows).to.deep.equal([{ [setting]: value }]);
      await storage.close();
    });
  }

  it('finds everything again after a restart', async () => {
    const before = await openStore(folder);
    await before.store.commit(changesOf('ann', { greeted: true }));
    await before.close();

    const after = await openStore(folder);

    expect(await after.store.load(webKeys('ann'))).to.include({ version: 1, greeted: true, seen: true });
    await after.close();
  });

  it('leaves a file that is whole by itself when it is closed', async () => {
    const opened = await openStore(folder);
    await opened.store.commit(changesOf('ann'));

    await opened.close();

    expect((await stat(join(folder, 'unstuck.db-wal'))).size).to.equal(0);
  });

  it('leaves nothing in the file of what was deleted', async () => {
    const { db, history, close } = await openStore(folder);
    await history.append('ann', [{ text: 'a-planted-secret' }], AT);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    const before = await readFile(join(folder, 'unstuck.db'), 'latin1');

    await db.deleteFrom('web_messages').execute();
    await close();

    expect(before).to.include('a-planted-secret');
    expect(await readFile(join(folder, 'unstuck.db'), 'latin1')).to.not.include('a-planted-secret');
  });

  it('changes no table the second time', async () => {
    await (await openSqlite(folder)).close();
    const before = tablesAndMigrations(folder);

    await (await openSqlite(folder)).close();

    expect(before.migrations).to.have.lengthOf(Object.keys(migrations).length);
    expect(tablesAndMigrations(folder)).to.deep.equal(before);
  });

  it('opens for two at once in an empty folder', async () => {
    const both = await Promise.all([openSqlite(folder), openSqlite(folder)]);

    expect(await Promise.all(both.map((storage) => storage.ready()))).to.deep.equal([true, true]);
    await Promise.all(both.map((storage) => storage.close()));
  });

  it('is ready while it is open', async () => {
    const storage = await openSqlite(folder);

    const whileOpen = await storage.ready();
    await storage.close();

    expect([whileOpen, await storage.ready()]).to.deep.equal([true, false]);
  });

  it('is not ready without its tables', async () => {
    const storage = await openSqlite(folder);
    await storage.db.schema.dropTable('conversations').execute();

    const ready = await storage.ready();

    expect(ready).to.equal(false);
    await storage.close();
  });

  it('refuses the data of a newer version and leaves it as it is', async () => {
    await (await openSqlite(folder)).close();
    const file = new Database(join(folder, 'unstuck.db'));
    file.exec("insert into kysely_migration values ('9999-tomorrow', '2030-01-01T00:00:00.000Z')");
    file.close();
    const before = tablesAndMigrations(folder);

    const fault = await rejectionOf(openSqlite(folder));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message).to.include('newer version of Unstuck').and.include('9999-tomorrow');
    expect(tablesAndMigrations(folder)).to.deep.equal(before);
  });

  it('refuses a file that is no database, and says to move it', async () => {
    await writeFile(join(folder, 'unstuck.db'), 'no database '.repeat(1000));

    const fault = await rejectionOf(openSqlite(folder));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message).to.match(/unstuck\.db is not a database\. Move it away/);
  });

  it('refuses a file that can’t be opened, and says what to set', async () => {
    await mkdir(join(folder, 'unstuck.db'));

    const fault = await rejectionOf(openSqlite(folder));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message).to.match(/^Can’t open .*unstuck\.db for writing\. .*DATA_DIR/);
  });

  it('refuses a folder that can’t be made, and says what to set', async () => {
    await writeFile(join(folder, 'file'), '');

    const fault = await rejectionOf(openSqlite(join(folder, 'file', 'data')));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message).to.match(/^Can’t make the data folder .*DATA_DIR/);
    expect(await readdir(folder)).to.deep.equal(['file']);
  });
});

function tablesAndMigrations(folder: string): { tables: unknown[]; migrations: unknown[] } {
  const file = new Database(join(folder, 'unstuck.db'));
  const tables = file.prepare('select name, sql from sqlite_schema order by name').all();
  const migrations = file.prepare('select * from kysely_migration order by name').all();
  file.close();
  return { tables, migrations };
}
