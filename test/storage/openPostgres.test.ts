import { expect } from 'chai';
import { sql } from 'kysely';
import pg from 'pg';
import type { AttemptTime } from '../../src/storage/attempt.ts';
import { migrations } from '../../src/storage/migrations.ts';
import { openPostgres } from '../../src/storage/openPostgres.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { changesOf, rejectionOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/startPostgres.ts';
import { openPostgresStore } from './openPostgresStore.ts';

describe('openPostgres', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });

  afterEach(() => database.drop());

  it('is what is opened where an address is given, and leaves the folder alone', async () => {
    const storage = await openStorage({ dataDir: '/dev/null/nowhere', databaseUrl: database.url });

    expect(await storage.ready()).to.equal(true);
    await storage.close();
  });

  it('makes its tables once when four start at once in an empty database', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => openPostgres(database.url, { as: 'server' })));

    expect(await Promise.all(all.map((storage) => storage.ready()))).to.deep.equal([true, true, true, true]);
    expect(await migrationsIn(all[0])).to.deep.equal(Object.keys(migrations));
    await Promise.all(all.map((storage) => storage.close()));
  });

  it('finds everything again after a restart', async () => {
    const before = await openPostgresStore(database.url);
    await before.store.commit(changesOf('ann', { greeted: true }));
    await before.close();

    const after = await openPostgresStore(database.url);

    expect(await after.store.load(webKeys('ann'))).to.include({ version: 1, greeted: true, seen: true });
    await after.close();
  });

  it('is not ready after it was closed', async () => {
    const storage = await openPostgres(database.url, { as: 'server' });
    const whileOpen = await storage.ready();

    await storage.close();

    expect([whileOpen, await storage.ready()]).to.deep.equal([true, false]);
  });

  for (const [as, limit] of [
    ['server', '10s'],
    ['tool', '0'],
  ] as const) {
    it(`gives a statement of a ${as} ${limit === '0' ? 'all the time' : limit}`, async () => {
      const storage = await openPostgres(database.url, { as });

      const { rows } = await sql`show statement_timeout`.execute(storage.db);

      expect(rows).to.deep.equal([{ statement_timeout: limit }]);
      await storage.close();
    });
  }

  it('changes nothing of an empty database for a tool that may not', async () => {
    const fault = await rejectionOf(openPostgres(database.url, { as: 'tool', upgrade: false }));

    expect(fault?.message).to.include('Start the bot once in this version');
    const storage = await openPostgres(database.url, { as: 'tool' });
    await storage.close();
    await (await openPostgres(database.url, { as: 'tool', upgrade: false })).close();
  });

  it('refuses the data of a newer version', async () => {
    const storage = await openPostgres(database.url, { as: 'server' });
    await sql`insert into kysely_migration values ('9999-tomorrow', '2030-01-01T00:00:00.000Z')`.execute(storage.db);
    await storage.close();

    const fault = await rejectionOf(openPostgres(database.url, { as: 'server' }));

    expect(fault?.message).to.include('newer version of Unstuck').and.include('9999-tomorrow');
  });
});

describe('openPostgres where it can’t be opened', () => {
  let database: FreshDatabase;
  let stranger: string;

  before(async () => {
    database = await freshDatabase();
    stranger = await run(database.url, "create role stranger_to_all login password 'secret-of-stranger'").then(() =>
      changed(database.url, { username: 'stranger_to_all', password: 'secret-of-stranger' }),
    );
  });

  after(async () => {
    await run(database.url, 'drop role stranger_to_all');
    await database.drop();
  });

  const cases: readonly (readonly [what: string, says: RegExp, url: () => string])[] = [
    ['doesn’t run', /^Can’t reach the database/, () => changed(database.url, { port: '1' })],
    [
      'refuses the password',
      /refuses the name or the password/,
      () => changed(database.url, { password: 'wrong-one' }),
    ],
    ['wants a password and gets none', /has a password/, () => changed(database.url, { password: '' })],
    ['isn’t there', /no database of this name/, () => changed(database.url, { pathname: '/missing' })],
    ['doesn’t let the name make tables', /may not make tables/, () => stranger],
    ['doesn’t speak TLS', /TLS.*sslmode/, () => `${database.url}?sslmode=verify-full`],
    ['names a file that isn’t there', /every part of DATABASE_URL/, () => `${database.url}?sslrootcert=/missing`],
  ];
  for (const [what, says, url] of cases) {
    it(`says what to do when it ${what}, without the address and the password`, async () => {
      const address = url();

      const fault = await rejectionOf(openPostgres(address, { as: 'server', time: inNoTime() }));

      expect(fault).to.include({ code: 'storage-failed' });
      expect(fault?.message).to.match(says);
      for (const part of partsOf(address)) expect(fault?.message).to.not.include(part);
    });
  }
});

/** Time that passes as it is waited for, and nobody has to wait. */
function inNoTime(): AttemptTime {
  let now = 0;
  return {
    now: () => now,
    pause: async (ms) => {
      now += ms;
    },
  };
}

async function migrationsIn(storage: Storage | undefined): Promise<string[]> {
  if (storage === undefined) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(storage.db);
  return rows.map(({ name }) => name);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

type Part = 'hostname' | 'port' | 'username' | 'password' | 'pathname';

function changed(url: string, parts: Partial<Record<Part, string>>): string {
  return Object.assign(new URL(url), parts).href;
}

/** What an address gives away. */
function partsOf(address: string): string[] {
  const parts = /:\/\/([^:@]*):?([^@]*)@([^:/]*):(\d+)\/(\w+)/.exec(address) ?? [];
  expect(parts.length).to.equal(6);
  return [address, ...parts.slice(2).filter((part) => part.length > 1)];
}
