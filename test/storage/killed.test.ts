import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { countOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { makeTempFolder, openStore, removeFolder } from './openStore.ts';

const COMMITTER = fileURLToPath(new URL('committer.ts', import.meta.url));

describe('a process that is killed while it commits', function () {
  // A process has to start, perhaps on a busy machine.
  this.timeout(60_000);

  let folder: string;

  beforeEach(async () => {
    folder = await makeTempFolder();
  });

  afterEach(() => removeFolder(folder));

  it('leaves every turn that it told of, whole, and nothing of the one it was at', async () => {
    const printed = await commitUntilKilled(folder, 5);

    const { store, history, close } = await openStore(folder);

    const { state, version, greeted } = await store.load(webKeys('ann'));
    const last = Math.max(...printed);
    expect(last).to.be.at.least(5);
    expect(version).to.be.within(last, last + 1);
    expect([countOf(state), greeted]).to.deep.equal([version, true]);
    for (const count of printed) expect(await store.load(webKeys('ann', String(count)))).to.include({ seen: true });
    expect((await store.load(webKeys('ann', String(version + 1)))).seen).to.equal(false);
    expect(await history.after('ann', 0, 1_000_000)).to.have.lengthOf(2 * version);
    await close();
  });
});

/** Kills the process at its nth line; gives all the numbers that it has printed. */
async function commitUntilKilled(folder: string, lines: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMITTER, folder], {
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
