import { expect } from 'chai';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { compileOnce } from '../../src/storage/compileOnce.ts';
import { TransactionalSqliteDialect } from '../../src/storage/transactionalSqliteDialect.ts';

interface Notes {
  readonly notes: { readonly id: number; readonly text: string };
}

describe('compileOnce', () => {
  let db: Kysely<Notes>;

  beforeEach(async () => {
    db = new Kysely({ dialect: new TransactionalSqliteDialect({ database: new Database(':memory:') }) });
    await db.schema.createTable('notes').addColumn('id', 'integer').addColumn('text', 'text').execute();
  });

  afterEach(() => db.destroy());

  it('runs a query with other values each time, fixed ones and repeated ones included', async () => {
    const insert = compileOnce<{ id: number; text: string }>((param) =>
      db.insertInto('notes').values({ id: param('id'), text: sql`${param('text')} || ${'-'} || ${param('text')}` }),
    );

    for (const [id, text] of ['a', 'b'].entries()) await db.executeQuery(insert({ id, text }));

    expect(await db.selectFrom('notes').selectAll().execute()).to.deep.equal([
      { id: 0, text: 'a-a' },
      { id: 1, text: 'b-b' },
    ]);
  });

  it('takes an empty text and zero as they are', () => {
    const query = compileOnce<{ id: number; text: string }>((param) =>
      db.selectFrom('notes').selectAll().where('id', '=', param('id')).where('text', '=', param('text')),
    );

    const { parameters } = query({ id: 0, text: '' });

    expect(parameters).to.deep.equal([0, '']);
  });
});
