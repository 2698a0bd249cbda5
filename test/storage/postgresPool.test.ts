import { expect } from 'chai';
import { ConnectionLost } from '../../src/storage/connectionLost.ts';
import { postgresPool } from '../../src/storage/postgresPool.ts';
import { postgresSettings } from '../../src/storage/postgresSettings.ts';
import { rejectionOf } from '../contracts/turnStoreSamples.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/startPostgres.ts';

describe('postgresPool', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });

  afterEach(() => database.drop());

  it('doesn’t use a connection again that didn’t answer in time', async () => {
    const pool = postgresPool({ ...postgresSettings(database.url, 'server'), max: 1, query_timeout: 50 });
    const first = await pool.connect();
    const fault = await rejectionOf(first.query('select pg_sleep(5)', []));
    first.release();

    const second = await pool.connect();
    const answer = await second.query<{ one: number }>('select 1 as one', []);

    expect(fault).to.be.instanceOf(ConnectionLost);
    expect(answer.rows).to.deep.equal([{ one: 1 }]);
    second.release();
    await pool.end();
  });

  it('uses a connection again whose statement the database has refused', async () => {
    const pool = postgresPool({ ...postgresSettings(database.url, 'server'), max: 1 });
    const first = await pool.connect();
    const before = await first.query('select pg_backend_pid() as pid', []);
    const fault = await rejectionOf(first.query('select 1 from nowhere', []));
    first.release();

    const second = await pool.connect();
    const after = await second.query('select pg_backend_pid() as pid', []);

    expect(fault).to.include({ code: '42P01' });
    expect(after.rows).to.deep.equal(before.rows);
    second.release();
    await pool.end();
  });

  it('fails with a lost connection when there is none to be had in time', async () => {
    const pool = postgresPool({
      ...postgresSettings(database.url, 'server'),
      max: 1,
      connectionTimeoutMillis: 50,
    });
    const only = await pool.connect();

    const fault = await rejectionOf(pool.connect());

    expect(fault).to.be.instanceOf(ConnectionLost);
    only.release();
    await pool.end();
  });
});
