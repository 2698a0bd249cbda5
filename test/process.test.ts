import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { clicks, play, says, sees } from './support/chat.ts';
import { webChat } from './support/webChat.ts';

const ENTRY = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const LOADER = import.meta.resolve('tsx');

describe('the process', () => {
  let folder: string;
  const started: ChildProcess[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
  });
  after(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts the bot as `npm start` does, in an empty folder, with nothing set but these. */
  const start = (env: Record<string, string>): ChildProcess => {
    const child = spawn(process.execPath, ['--import', LOADER, ENTRY], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    return child;
  };

  it('says where to click, and goes on where it was after kill -9', async () => {
    let bot = start({});
    let origin = await addressOf(bot);
    const chat = webChat(() => origin);
    await chat.arrive();
    await play(chat, [clicks('Start'), clicks('Several people')]);

    bot.kill('SIGKILL');
    await once(bot, 'exit');
    bot = start({});
    origin = await addressOf(bot);

    await play(chat, [
      clicks('Inside our organization'),
      sees('one computer'),
      says('change'),
      sees('Now: Several people'),
    ]);
    await chat.leave();
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  }).timeout(30_000);

  it('says where the helpdesk answers, by a link that lets one person in, once', async () => {
    const bot = start({});
    const [, origin, token] = await saidBy(bot, /The helpdesk answers at (http:\/\/localhost:\d+)\/desk#token=(\S+)\n/);
    const signIn = () =>
      fetch(`${origin}/desk/open`, {
        method: 'POST',
        headers: { origin: `${origin}`, 'content-type': 'application/json' },
        body: JSON.stringify({ token, name: 'Ana' }),
      });

    const statuses = [(await signIn()).status, (await signIn()).status];

    expect(statuses).to.deep.equal([200, 401]);
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  }).timeout(30_000);

  it('ends by itself, and well, when it is told to', async () => {
    const bot = start({});
    await addressOf(bot);

    bot.kill('SIGTERM');
    const [code] = await once(bot, 'exit');

    expect(code).to.equal(0);
  }).timeout(30_000);

  it('lists everything that is wrong with its configuration, and doesn’t start', async () => {
    const bot = start({ PORT: 'many', GREET: 'never', MicrosoftAppPassword: 'hush-hush' });

    const said = await textOf(bot);
    const [code] = bot.exitCode === null ? await once(bot, 'exit') : [bot.exitCode];

    expect(code).to.equal(1);
    expect(said).to.match(/PORT.*\n.*GREET|GREET.*\n.*PORT/s);
    expect(said).to.include('MicrosoftAppId');
    expect(said).to.not.match(/hush-hush|\bat .*\.ts/);
  }).timeout(30_000);

  it('refuses a pack that isn’t there, and says what to do', async () => {
    const bot = start({ PACK: 'no-such-pack' });

    const said = await textOf(bot);

    expect(said).to.include('there is no pack “no-such-pack”: use one of lync-online-meeting-join');
  }).timeout(30_000);
});

/** The address that it prints for people. */
async function addressOf(child: ChildProcess): Promise<string> {
  const [, address = ''] = await saidBy(child, /Open (http:\/\/localhost:\d+)\//);
  return address;
}

/** Waits until it has said something like that on standard output. */
function saidBy(child: ChildProcess, like: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`it ended without saying ${like}: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const found = like.exec(said);
      if (found) resolve(found);
    });
  });
}

/** All that it says on standard error until it ends. */
async function textOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) said += String(chunk);
  return said;
}
