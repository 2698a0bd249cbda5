import { expect } from 'chai';
import Database from 'libsql';
import { cacheStatements } from '../../src/storage/cacheStatements.ts';

describe('cacheStatements', () => {
  it('prepares a text once', () => {
    const prepared: string[] = [];
    const database = cacheStatements(listing(prepared));

    for (const text of ['select 1', 'select 2', 'select 1']) database.prepare(text);

    expect(prepared).to.deep.equal(['select 1', 'select 2']);
    database.close();
  });

  it('keeps no more than 200', () => {
    const prepared: string[] = [];
    const database = cacheStatements(listing(prepared));

    for (let i = 0; i <= 200; i++) database.prepare(`select ${i}`);
    database.prepare('select 0');

    expect(prepared).to.have.lengthOf(202);
    database.close();
  });

  it('gives the rows of a statement that has run before', () => {
    const database = cacheStatements(new Database(':memory:'));

    const rows = [1, 2].map((value) => database.prepare('select ? as value').all([value]));

    expect(rows).to.deep.equal([[{ value: 1 }], [{ value: 2 }]]);
    database.close();
  });

  it('sees a table that was changed after the statement was prepared', () => {
    const database = cacheStatements(new Database(':memory:'));
    database.prepare('create table t (a)').run([]);
    database.prepare('insert into t values (1)').run([]);
    const before = database.prepare('select * from t').all([]);

    database.prepare('alter table t add column b default 2').run([]);

    expect([before, database.prepare('select * from t').all([])]).to.deep.equal([[{ a: 1 }], [{ a: 1, b: 2 }]]);
    database.close();
  });
});

/** A real database that lists what it is asked to prepare. */
function listing(prepared: string[]) {
  const database = new Database(':memory:');
  return {
    prepare(text: string) {
      prepared.push(text);
      return database.prepare(text);
    },
    close: () => database.close(),
  };
}
