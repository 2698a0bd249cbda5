import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { sql } from 'kysely';
import type { OpenStore } from '../contracts/turnStoreContract.ts';
import { countOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { freshDatabase } from '../support/postgres.ts';
import { openPostgresStore } from './openPostgresStore.ts';
import { makeTempFolder, openStore, removeFolder } from './openStore.ts';

const COMMITTER = fileURLToPath(new URL('committer.ts', import.meta.url));

interface Place {
  /** A folder, or the address of a database. */
  readonly name: string;
  open(): Promise<OpenStore>;
  remove(): Promise<void>;
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  async SQLite() {
    const folder = await makeTempFolder();
    return { name: folder, open: () => openStore(folder), remove: () => removeFolder(folder) };
  },
  async PostgreSQL() {
    const { url, drop } = await freshDatabase();
    return { name: url, open: () => openAlone(url), remove: drop };
  },
};

for (const [kind, makePlace] of Object.entries(places)) {
  describe(`a process that is killed while it commits to ${kind}`, function () {
    // A process has to start, perhaps on a busy machine.
    this.timeout(60_000);

    let place: Place;

    beforeEach(async () => {
      place = await makePlace();
    });

    afterEach(() => place.remove());

    it('leaves every turn that it told of, whole, and nothing of the one it was at', async () => {
      const printed = await commitUntilKilled(place.name, 5);

      const { db, store, history, close } = await place.open();

      const { state, version, greeted, live } = await store.load(webKeys('ann'));
      const last = Math.max(...printed);
      expect(last).to.be.at.least(5);
      expect(version).to.be.within(last, last + 1);
      expect([countOf(state), greeted]).to.deep.equal([version, true]);
      for (const count of printed) expect(await store.load(webKeys('ann', String(count)))).to.include({ seen: true });
      expect((await store.load(webKeys('ann', String(version + 1)))).seen).to.equal(false);
      expect(await history.after('ann', 0, 1_000_000)).to.have.lengthOf(2 * version);
      expect(live?.revision).to.equal(version);
      for (const table of ['outbox', 'case_entries', 'audit'] as const) {
        expect(await db.selectFrom(table).select('id').execute(), table).to.have.lengthOf(version);
      }
      await close();
    });
  });
}

/** Opens a database once nobody else is connected: it ends what a killed process had begun as soon as it notices. */
async function openAlone(url: string): Promise<OpenStore> {
  const opened = await openPostgresStore(url);
  const others = () =>
    sql`select 1 from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
      and pid <> pg_backend_pid()`.execute(opened.db);
  while ((await others()).rows.length > 0) await setImmediate();
  return opened;
}

/** Kills the process at its nth line; gives all the numbers that it has printed. */
async function commitUntilKilled(place: string, lines: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMITTER, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const printed: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    printed.push(Number(line));
    if (printed.length === lines) child.kill('SIGKILL');
  }
  const [, signal] = await exited;
  expect(signal).to.equal('SIGKILL');
  return printed;
}
