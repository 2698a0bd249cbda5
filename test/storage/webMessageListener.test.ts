import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { sql } from 'kysely';
import { openPostgres } from '../../src/storage/openPostgres.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type { OpenStore } from '../contracts/turnStoreContract.ts';
import { AT, changesOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/startPostgres.ts';
import { openPostgresStore } from './openPostgresStore.ts';

describe('messages that another process has written', () => {
  let database: FreshDatabase;
  let here: Storage;
  let there: OpenStore;
  let heard: string[];

  beforeEach(async () => {
    database = await freshDatabase();
    here = await openPostgres(database.url, { as: 'server' });
    there = await openPostgresStore(database.url);
    heard = [];
    here.onWebMessages((session) => heard.push(session));
    await untilHeard('start');
  });

  afterEach(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  it('are told of by their session, once a turn', async () => {
    await there.store.commit(changesOf('ann', { messages: [{ n: 1 }, { n: 2 }] }));

    await untilHeard('end');
    expect(sessionsHeard()).to.deep.equal(['ann']);
  });

  it('are told of where they were written outside of a turn', async () => {
    await there.history.append('bob', [{ n: 1 }], AT);

    await untilHeard('end');
    expect(sessionsHeard()).to.deep.equal(['bob']);
  });

  it('are not told of when the turn lost, nor when it had none', async () => {
    await there.store.commit(changesOf('ann'));
    await there.store.commit(changesOf('ann', { keys: webKeys('ann', 'late'), messages: [{ n: 1 }] }));

    await untilHeard('end');
    expect(sessionsHeard()).to.deep.equal([]);
  });

  it('are told of again after the connection was lost', async () => {
    await sql`select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(there.db);
    heard.length = 0;

    await untilHeard('again');

    expect(heard).to.include('again');
  });

  it('are told to everybody who asked', async () => {
    const second: string[] = [];
    here.onWebMessages((session) => second.push(session));

    await untilHeard('end');

    expect(second).to.include('end');
  });

  it('are not listened for any more once it is closed', async () => {
    await here.close();

    // The database needs a moment to notice; a listener that stays would let the test run out of time.
    while ((await countListeners()) > 0) await setImmediate();
    expect(await countListeners()).to.equal(0);
  });

  async function countListeners(): Promise<number> {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(there.db);
    return rows.length;
  }

  function sessionsHeard(): string[] {
    return heard.filter((session) => session !== 'start' && session !== 'end');
  }

  /** Writes until it is told of; what is told comes in the order in which it was committed. */
  async function untilHeard(session: string): Promise<void> {
    while (!heard.includes(session)) await there.history.append(session, [{}], AT);
  }
});
