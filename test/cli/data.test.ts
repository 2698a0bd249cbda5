import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { sql } from 'kysely';
import { openPostgres } from '../../src/storage/openPostgres.ts';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ago, planter } from '../contracts/plantedRows.ts';
import { makeTempFolder, removeFolder } from '../storage/openStore.ts';
import { freshDatabase } from '../support/postgres.ts';
import { type DataRun, runDataHere } from './runDataHere.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const USAGE = 'usage: data export --person ID | erase --person ID [--yes]\n';
const IDS =
  'an ID is teams:<tenant>:<aadObjectId>, slack:<team>:<user>, web:<session>, or page:<name> for a name at the desk page\n';

const SESSION = 'AbCdEfGhIjKlMnOpQrSt_-';
const ANN = 'teams:11111111-aaaa-4bbb-8ccc-222222222222:33333333-dddd-4eee-8fff-444444444444';
const STORED = '  conversations: 1\n  delivery keys: 2\n  that they were greeted: 1\n';

describe('data', () => {
  let folder: string;
  let storage: Storage;
  const run = (words: string): Promise<DataRun> => runDataHere(words, { DATA_DIR: folder });

  beforeEach(async () => {
    folder = await makeTempFolder();
    storage = await openSqlite(folder, { as: 'tool' });
  });

  afterEach(async () => {
    await storage.close();
    await removeFolder(folder);
  });

  for (const words of [
    '',
    'export',
    'dance --person web:a',
    `export ${ANN}`,
    `export --person ${ANN} --yes`,
    `export --person ${ANN} --person ${ANN}`,
    `erase --person ${ANN} --no-yes`,
    `erase --person ${ANN} --yes=no`,
    `erase --person ${ANN} --force`,
    `erase all --person ${ANN}`,
    'erase --person',
  ]) {
    it(`refuses “${words}” with a line of usage`, async () => {
      expect(await run(words)).to.deep.equal({ code: 2, stdout: '', stderr: USAGE });
    });
  }

  for (const id of [
    'ann',
    'web:',
    'web:short',
    `web:${SESSION}x`,
    'teams:only',
    'slack:T1',
    'mail:t:ann',
    'teams:t:',
    'page:',
  ]) {
    it(`refuses the id “${id}” with a line on what one is`, async () => {
      const { code, stderr } = await run(`export --person=${id}`);

      expect({ code, stderr }).to.deep.equal({ code: 2, stderr: IDS });
    });
  }

  it('says so and gives 1 where there is nothing to export', async () => {
    const result = await run(`export --person web:${SESSION}`);

    expect(result).to.deep.equal({ code: 1, stdout: '', stderr: `nothing is stored of web:${SESSION}\n` });
  });

  it('exports as JSON what is stored, for an id in capitals too', async () => {
    await plantAnn(storage);

    const { code, stdout } = await run(
      `export --person ${ANN.replace('teams:', '').toUpperCase().replace(/^/, 'teams:')}`,
    );

    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.include({ person: ANN, greetings: [{ person: ANN, greeted_at: ago(1) }] });
  });

  it('says what it would delete, deletes nothing and gives 1 without --yes', async () => {
    await plantAnn(storage);

    const asked = await run(`erase --person ${ANN}`);
    const after = await run(`erase --person ${ANN}`);

    expect(asked).to.deep.equal({
      code: 1,
      stdout: `this is stored of ${ANN}:\n${STORED}`,
      stderr: 'nothing was deleted: to delete all of it, add --yes\n',
    });
    expect(after).to.deep.equal(asked);
  });

  it('deletes and counts with --yes, and finds nothing the second time, which is fine', async () => {
    await plantAnn(storage);

    const first = await run(`erase --person ${ANN} --yes`);
    const second = await run(`erase --person ${ANN} --yes`);

    const wiped = 'traces of deleted rows are wiped from the database; backups of it are as they were\n';
    expect(first).to.deep.equal({ code: 0, stdout: `this was deleted of ${ANN}:\n${STORED}${wiped}`, stderr: '' });
    expect(second).to.deep.equal({ code: 0, stdout: `nothing is stored of ${ANN}\n${wiped}`, stderr: '' });
  });

  it('exports what is known of files, and says that it is no more', async () => {
    const plant = planter(storage.db);
    await plant.case('UN-1', null, ANN);
    await plant.file('screen.png', ago(1), { person: ANN, of: 'UN-1' });

    const { code, stdout, stderr } = await run(`export --person ${ANN}`);

    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.have.nested.property('files[0].name', 'screen.png');
    expect(stderr).to.match(/^note: of files only what is known of them is given.*\n$/);
  });

  it('erases somebody at the desk page by their name, from others’ cases too', async () => {
    const plant = planter(storage.db);
    await plant.case('UN-1', null, ANN);
    const agent = { id: 'page:ben', name: 'Ben', via: 'page' };
    await plant.entry('e', 'UN-1', { by: { kind: 'agent', agent }, event: { kind: 'calling' } });
    await plant.deskSession('hash', ago(0), 'Ben');

    const { code, stdout } = await run('erase --person page:Ben --yes');

    expect(code).to.equal(0);
    expect(stdout).to.include(
      'this was deleted of page:ben:\n  sessions of the desk page: 1\n  where they are named in others’ cases: 1\n',
    );
    const entries = await storage.db.selectFrom('case_entries').select('data').execute();
    expect(JSON.stringify(entries)).to.include('someone at the desk').and.not.include('Ben');
  });

  it('tells of conversations that it can’t know to be theirs', async () => {
    const [, tenant] = ANN.split(':');
    await planter(storage.db).conversation(`teams:${tenant}:a:1`, ago(1), null);

    const { code, stderr } = await run(`erase --person ${ANN} --yes`);

    expect(code).to.equal(0);
    expect(stderr).to.match(/^note: it isn't known whose these are: 1 of the tenant's conversations.*\n$/);
  });

  it('changes nothing of data that an earlier version still runs on, and says what to do', async () => {
    await sql`delete from kysely_migration where name <> '0001-conversations'`.execute(storage.db);

    const result = await run(`export --person ${ANN}`);

    const told =
      'The tables are not yet those of this version of Unstuck. Start the bot once in this version, then try again.\n';
    expect(result).to.deep.equal({ code: 1, stdout: '', stderr: told });
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(storage.db);
    expect(rows).to.deep.equal([{ name: '0001-conversations' }]);
  });

  it('makes no data where there are none, and says what to set', async () => {
    const nowhere = join(folder, 'nowhere');

    const result = await runDataHere(`erase --person ${ANN} --yes`, { DATA_DIR: nowhere });

    expect(result.code).to.equal(1);
    expect(result.stderr).to.equal(`There are no data in ${nowhere}. Set DATA_DIR to the folder the bot uses.\n`);
    expect(existsSync(nowhere)).to.equal(false);
  });

  it('says what is wrong with the settings', async () => {
    const { code, stderr } = await runDataHere(`export --person ${ANN}`, { PORT: 'x' });

    expect([code, stderr]).to.deep.equal([1, 'PORT: must be a whole number from 0 to 65535.\n']);
  });

  it('erases in PostgreSQL too', async () => {
    const { url, drop } = await freshDatabase();
    const there = await openPostgres(url, { as: 'tool' });
    await plantAnn(there);
    await there.close();

    const result = await runDataHere(`erase --person ${ANN} --yes`, { DATABASE_URL: url });
    const after = await runDataHere(`export --person ${ANN}`, { DATABASE_URL: url });

    expect(result).to.include({ code: 0, stderr: '' });
    expect(result.stdout).to.include(STORED);
    expect(after).to.deep.equal({ code: 1, stdout: '', stderr: `nothing is stored of ${ANN}\n` });
    await drop();
  });

  it('runs as a process of its own', async function () {
    this.timeout(60_000);
    await plantAnn(storage);
    const words = ['--import', 'tsx', 'src/cli/data.ts', 'erase', '--person', ANN, '--yes'];
    const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...process.env, DATA_DIR: folder } });
    const code = new Promise((resolve) => child.once('close', resolve));

    const stdout = await text(child.stdout);

    expect(await code).to.equal(0);
    expect(stdout).to.include(STORED);
  });
});

async function plantAnn({ db }: Storage): Promise<void> {
  const plant = planter(db);
  await plant.conversation('teams:t:1', ago(1), ANN);
  await plant.delivery('teams:t:1:a', ago(1), 'teams:t:1');
  await plant.delivery('teams:t:1:b', ago(1), 'teams:t:1');
  await plant.person(ANN, ago(1));
}
