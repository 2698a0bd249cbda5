import { join } from 'node:path';
import { expect } from 'chai';
import { Kysely, type Migration, sql } from 'kysely';
import Database from 'libsql';
import { migrate } from '../../src/storage/migrate.ts';
import { TransactionalSqliteDialect } from '../../src/storage/transactionalSqliteDialect.ts';
import { rejectionOf } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, removeFolder } from './openStore.ts';

describe('migrate', () => {
  let folder: string;
  let db: Kysely<unknown>;

  beforeEach(async () => {
    folder = await makeTempFolder();
    const database = new Database(join(folder, 'some.db'));
    db = new Kysely({ dialect: new TransactionalSqliteDialect({ database }) });
  });

  afterEach(async () => {
    await db.destroy();
    await removeFolder(folder);
  });

  it('makes the changes that are missing, in the order of their names', async () => {
    await migrate(db, { '0001-a': creates('a') });

    await migrate(db, { '0003-c': creates('c'), '0001-a': creates('a'), '0002-b': creates('b') });

    expect(await namesIn(db, 'sqlite_schema')).to.include.members(['a', 'b', 'c']);
    expect(await namesIn(db, 'kysely_migration')).to.deep.equal(['0001-a', '0002-b', '0003-c']);
  });

  it('leaves nothing of a change that fails in the middle, nor of those before it', async () => {
    const half: Migration = {
      async up(inside) {
        await inside.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('in the middle');
      },
    };

    const fault = await rejectionOf(migrate(db, { '0001-a': creates('a'), '0002-half': half }));

    expect(fault).to.have.property('message', 'in the middle');
    expect(await namesIn(db, 'sqlite_schema'))
      .to.not.include.members(['a'])
      .and.not.include.members(['half']);
    expect(await namesIn(db, 'kysely_migration')).to.deep.equal([]);
  });

  it('refuses data that knows a change which isn’t listed', async () => {
    await migrate(db, { '0001-a': creates('a'), '0002-b': creates('b') });

    const fault = await rejectionOf(migrate(db, { '0001-a': creates('a') }));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message).to.include('newer version').and.include('0002-b');
  });
});

function creates(table: string): Migration {
  return { up: (db) => db.schema.createTable(table).addColumn('id', 'text').execute() };
}

async function namesIn(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}
