import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');

/** The bot as it is started in earnest, in a process and folders of its own. */
export interface BotProcess {
  /** `http://127.0.0.1:<port>`; empty when it ended before it listened. */
  readonly origin: string;
  readonly child: ChildProcess;
  /** Where its data are. */
  readonly dataFolder: string;
  /** What it takes for the system's folder for temporary files; nothing else writes there. */
  readonly tempFolder: string;
  /** All that it has written so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Ends it at once, if it still runs; its folders stay. */
  kill(): Promise<void>;
  /** Removes its folders. */
  remove(): Promise<void>;
}

/** Starts it with nothing set but these, on a free port, and resolves when it listens or has ended. */
export async function startBotProcess(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-process-'));
  const [dataFolder, tempFolder] = [join(folder, 'data'), join(folder, 'temp')];
  await mkdir(tempFolder);
  // The loader keeps what it has compiled in the folder for temporary files, unless told not to.
  const own = { PATH: process.env['PATH'], TMPDIR: tempFolder, TSX_DISABLE_CACHE: '1', PORT: '0', NODE_ENV: 'test' };
  const child = spawn(process.execPath, ['--import', LOADER, ENTRY], {
    cwd: folder,
    env: { ...own, DATA_DIR: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const read = reader(child);
  const port = await Promise.race([read.port, ended.then(() => '')]);
  return {
    origin: port === '' ? '' : `http://127.0.0.1:${port}`,
    ...{ child, dataFolder, tempFolder, output: read.output },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function reader(child: ChildProcess) {
  let [stdout, stderr] = ['', ''];
  let found: (port: string) => void = () => undefined;
  const port = new Promise<string>((resolve) => {
    found = resolve;
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += String(chunk);
    const said = /(?:Open|Teams delivers to) \S+:(\d+)\//.exec(stdout)?.[1];
    if (said !== undefined) found(said);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  return { port, output: () => ({ stdout, stderr }) };
}
