import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import { changesOf, rejectionOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, openStore, removeFolder } from './openStore.ts';

const SERVER = fileURLToPath(new URL('serve.ts', import.meta.url));

describe('a second server on one folder', function () {
  // A process has to start, perhaps on a busy machine.
  this.timeout(60_000);

  let folder: string;
  let first: ChildProcess;

  beforeEach(async () => {
    folder = await makeTempFolder();
    first = await serve(folder);
  });

  afterEach(async () => {
    await kill(first);
    await removeFolder(folder);
  });

  it('refuses to start, and says why and what to do', async () => {
    const fault = await rejectionOf(openStorage({ dataDir: folder }));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message)
      .to.include(`Another Unstuck is running on the data in ${folder}`)
      .and.include('Stop that one first')
      .and.include('DATABASE_URL');
  });

  it('starts once the first has been killed', async () => {
    await kill(first);

    const second = await openStorage({ dataDir: folder });

    expect(await second.ready()).to.equal(true);
    await second.close();
  });

  it('leaves the first alone, whatever the second has tried', async () => {
    await rejectionOf(openStorage({ dataDir: folder }));

    const fault = await rejectionOf(openStorage({ dataDir: folder }));

    expect(fault?.message).to.include('Another Unstuck');
    expect(first.exitCode).to.equal(null);
  });

  it('is no matter to a tool, which reads and writes beside the first', async () => {
    const tool = await openStore(folder);

    const outcome = await tool.store.commit(changesOf('ann'));

    expect(outcome).to.equal('committed');
    expect(await tool.store.load(webKeys('ann'))).to.include({ version: 1 });
    await tool.close();
  });
});

describe('the server on a folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await makeTempFolder();
  });

  afterEach(() => removeFolder(folder));

  it('lets the next one in when it closes', async () => {
    await (await openSqlite(folder, { as: 'server' })).close();

    const next = await openSqlite(folder, { as: 'server' });

    expect(await next.ready()).to.equal(true);
    await next.close();
  });

  it('lets the next one in when it could not open the data', async () => {
    await mkdir(join(folder, 'unstuck.db'));
    const before = await rejectionOf(openSqlite(folder, { as: 'server' }));

    const after = await rejectionOf(openSqlite(folder, { as: 'server' }));

    expect(before?.message).to.match(/^Can’t open .*unstuck\.db for writing/);
    expect(after?.message).to.equal(before?.message);
  });

  it('says what to set where the lock can’t be opened', async () => {
    await mkdir(join(folder, 'unstuck.lock'));

    const fault = await rejectionOf(openSqlite(folder, { as: 'server' }));

    expect(fault).to.include({ code: 'storage-failed' });
    expect(fault?.message).to.match(/^Can’t open .*unstuck\.lock for writing\. .*DATA_DIR/);
  });
});

/** A server in a process of its own, once it has the data. */
async function serve(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).to.equal('open\n');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
