import { expect } from 'chai';
import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../../src/storage/isPostgres.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { migrations } from '../../src/storage/migrations.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { createWebHistory } from '../../src/storage/webHistory.ts';
import { caseOf, entryOf, writeOf } from '../contracts/caseSamples.ts';
import { AT, changesOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { databases, type OpenDatabase } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) {
  describe(`data from before the desk, on ${name}`, () => {
    let opened: OpenDatabase;

    beforeEach(async () => {
      opened = await open();
      await goBack(opened.db);
      await writeAsBefore(opened.db);
    });

    afterEach(() => opened.close());

    it('are gone on with, and a case can be opened', async () => {
      await migrate(opened.db, migrations);

      const store = createTurnStore(opened.db, { onCorrupt: () => undefined });
      const loaded = await store.load(webKeys('ann', 'next'));
      const of = caseOf('ann');
      const cases = [writeOf(of, { entries: [entryOf(of, 'e', { kind: 'opened' })] })];
      const outcome = await store.commit(changesOf('ann', { keys: webKeys('ann', 'next'), version: 4, cases }));

      expect(loaded).to.deep.equal({ version: 4, state: stateOf(4), greeted: true, seen: false, live: null });
      expect(outcome).to.equal('committed');
      expect((await store.load(webKeys('ann', 'next'))).live).to.deep.equal(of);
    });

    it('keep their messages and the audit, to which lines are added', async () => {
      await migrate(opened.db, migrations);

      const history = createWebHistory(opened.db);
      const numbers = await history.append('ann', [{ n: 3 }], AT, 'key');

      expect(numbers).to.deep.equal([3]);
      expect(await history.after('ann', 0, 10)).to.have.lengthOf(3);
      expect(await opened.db.selectFrom('audit').selectAll().execute()).to.deep.equal([
        {
          ...{ id: 'line', at: AT.toISOString(), person_key: 'key', action: 'person-erased' },
          ...{ case_id: null, via: null, before: null, after: null },
        },
      ]);
    });
  });
}

/** As the last version left an empty database. */
async function goBack(db: Kysely<Schema>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  for (const { name } of tables) await sql`drop table ${sql.table(name)}`.execute(db);
  if (isPostgres(db)) await sql`drop function refuse_change`.execute(db);
  const { '0001-conversations': first, '0002-trust': second } = migrations;
  if (!first || !second) throw new Error('the migrations of the last version are missing');
  await migrate(db, { '0001-conversations': first, '0002-trust': second });
}

async function writeAsBefore(db: Kysely<Schema>): Promise<void> {
  const at = AT.toISOString();
  await sql`insert into conversations (${sql.ref('key')}, state, version, updated_at, person)
    values ('web::ann', ${JSON.stringify(stateOf(4))}, 4, ${at}, 'web:ann')`.execute(db);
  await sql`insert into people values ('web:ann', ${at})`.execute(db);
  await sql`insert into web_messages values ('ann', 1, '{}', ${at}), ('ann', 2, '{}', ${at})`.execute(db);
  await sql`insert into person_keys values ('key', 'web:ann')`.execute(db);
  await sql`insert into audit values ('line', ${at}, 'key', 'person-erased')`.execute(db);
}
