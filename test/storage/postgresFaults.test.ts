import { once } from 'node:events';
import { expect } from 'chai';
import { sql } from 'kysely';
import { inTransaction } from '../../src/storage/inTransaction.ts';
import { createAnsweredDeliveries } from '../../src/turn/answeredDeliveries.ts';
import { createLanes } from '../../src/turn/lane.ts';
import { createTurns } from '../../src/turn/runTurn.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';
import { AT, changesOf, countOf, rejectionOf, stateOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { type CuttingProxy, cuttingProxy } from '../support/cuttingProxy.ts';
import { freshDatabase } from '../support/postgres.ts';
import { type FreshDatabase, type Postgres, startPostgres } from '../support/startPostgres.ts';
import { unhurried } from '../turn/unhurried.ts';
import { openPostgresStore } from './openPostgresStore.ts';

/** As it goes over the wire; a column has the word in its name. */
const COMMIT = 'commit\0';

describe('a connection to PostgreSQL that breaks', () => {
  let database: FreshDatabase;
  let way: CuttingProxy;
  let opened: OpenStore;

  beforeEach(async () => {
    database = await freshDatabase();
    way = await cuttingProxy(database.url);
    opened = await openPostgresStore(way.url);
  });

  afterEach(async () => {
    await opened.close();
    await way.close();
    await database.drop();
  });

  for (const words of ['begin', 'insert into "deliveries"', 'insert into "outbox"', COMMIT]) {
    it(`before ${JSON.stringify(words)} reaches it loses nothing of a turn`, async () => {
      way.cutAt(words, 'request');

      const outcome = await opened.store.commit(everything());

      expect([outcome, way.cuts]).to.deep.equal(['committed', 1]);
      expect(await opened.store.load(webKeys('ann'))).to.include({ version: 1, greeted: true, seen: true });
      expect(await countIn(opened, 'outbox')).to.equal(1);
    });
  }

  it('while it is committing keeps a turn once, which then counts as a conflict', async () => {
    way.cutAt(COMMIT, 'answer');

    const outcome = await opened.store.commit(everything());

    expect([outcome, way.cuts]).to.deep.equal(['conflict', 1]);
    expect(await opened.store.load(webKeys('ann'))).to.include({ version: 1, greeted: true, seen: true });
    expect(await opened.history.after('ann', 0, 10)).to.deep.equal([{ seq: 1, activity: { n: 1 } }]);
    expect(await countIn(opened, 'outbox')).to.equal(1);
  });

  it('while it is committing counts an increment once, and the person gets the current card', async () => {
    const count = counter(opened);
    way.cutAt(COMMIT, 'answer');

    const result = await count('first');

    expect(result).to.deep.equal({ outcome: 'repeat', answered: false });
    expect(countOf((await opened.store.load(webKeys('ann'))).state)).to.equal(1);
  });

  it('between two statements takes back the transaction and ends nothing else', async () => {
    const broken = inTransaction(opened.db, async (transaction) => {
      await transaction.insertInto('people').values({ person: 'x', greeted_at: '' }).execute();
      await terminate(database, transaction);
      await transaction.insertInto('people').values({ person: 'y', greeted_at: '' }).execute();
      return true;
    });

    const fault = await rejectionOf(broken);

    expect(fault).to.be.instanceOf(Error);
    expect(await countIn(opened, 'people')).to.equal(0);
  });

  it('while nobody uses it is no matter to the next turn', async () => {
    await opened.store.load(webKeys('ann'));
    await terminate(database, opened.db);

    const outcome = await opened.store.commit(changesOf('ann'));

    expect(outcome).to.equal('committed');
  });
});

describe('PostgreSQL that goes down and comes up again', function () {
  // A server has to start, perhaps on a busy machine.
  this.timeout(60_000);

  let server: Postgres;
  let opened: OpenStore;

  beforeEach(async () => {
    server = await startPostgres({ durable: false });
    opened = await openPostgresStore((await server.freshDatabase()).url);
  });

  afterEach(async () => {
    await opened.close();
    await server.end();
  });

  it('loses no turn of those that came meanwhile, and runs none twice', async () => {
    const sessions = ['ann', 'bob', 'cyd', 'dan', 'eve'];
    let turns = 0;
    const underway = new EventTarget();
    const talk = async (session: string) => {
      const count = counter(opened, session);
      for (let nth = 1; nth <= 40; nth++) {
        await count(String(nth));
        if (++turns === 50) underway.dispatchEvent(new Event('fifty'));
      }
    };
    const fifty = once(underway, 'fifty');
    const talks = Promise.all(sessions.map(talk));
    await fifty;

    await server.stop('immediate');
    const answersWhileDown = await opened.db
      .selectFrom('people')
      .selectAll()
      .execute()
      .then(
        () => true,
        () => false,
      );
    await server.start();
    await talks;

    const loaded = await Promise.all(sessions.map((session) => opened.store.load(webKeys(session))));
    expect(answersWhileDown).to.equal(false);
    expect(loaded.map(({ state, version }) => [countOf(state), version])).to.deep.equal(sessions.map(() => [40, 40]));
  });
});

/** A turn that writes into every table. */
function everything() {
  return changesOf('ann', {
    greeted: true,
    messages: [{ n: 1 }],
    outbox: [{ id: 'a', queue: 'desk', person: null, payload: {} }],
  });
}

async function countIn({ db }: OpenStore, table: 'outbox' | 'people'): Promise<number> {
  return (await db.selectFrom(table).selectAll().execute()).length;
}

/** Ends the connection that the database's end of it belongs to, from outside; resolves once it is gone. */
async function terminate(database: FreshDatabase, db: OpenStore['db']): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const beside = await openPostgresStore(database.url);
  await sql`select pg_terminate_backend(${rows[0]?.pid}, 10000)`.execute(beside.db);
  await beside.close();
}

/** Counts in one conversation, one turn at a time, as a process does. */
function counter({ store }: OpenStore, session = 'ann') {
  const turns = createTurns({
    store,
    lanes: createLanes(),
    answered: createAnsweredDeliveries(),
    ...unhurried(() => AT),
  });
  return async (delivery: string) => {
    const result = await turns.run(
      webKeys(session, delivery),
      async ({ state }) => ({
        state: stateOf(countOf(state) + 1),
        greeted: false,
        messages: [],
        outbox: [],
        cases: [],
        reply: null,
      }),
      async () => undefined,
    );
    return { outcome: result.outcome, ...(result.outcome === 'repeat' && { answered: result.answered }) };
  };
}
