import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Instance, startInstance } from '../../../soak/history/startInstance.ts';

/** Acts as an instance does: up at once, and then it answers as the test says, with `say` and `number`. */
const PRETENDS = (answer: string) => `
  import { writeFileSync } from 'node:fs';
  import { createInterface } from 'node:readline';
  const say = (report) => writeFileSync(1, JSON.stringify(report) + '\\n');
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { number, advance } = JSON.parse(line);
    ${answer}
  }).on('close', () => process.exit());
  say({ say: 'port', port: 3978 });
`;

describe('an instance in a process of its own', () => {
  let folder: string;
  let heard: string[];
  let instance: Instance | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-instance-'));
    heard = [];
  });

  afterEach(async () => {
    await instance?.close();
    instance = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (script: string, silenceMs = 20_000): Promise<Instance> => {
    const entry = join(folder, 'entry.mjs');
    await writeFile(entry, script);
    const begins = '2026-03-02T09:30:00.000Z';
    instance = await startInstance(
      { entry, flags: [] },
      { env: {}, begins },
      {
        onWrite: ({ from }) => void heard.push(`from ${from}`),
        onLog: (line) => void heard.push(line),
        silenceMs,
      },
    );
    return instance;
  };
  const whyNot = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'it worked',
      (error: Error) => error.message,
    );

  it('has been heard once it has answered', async () => {
    const { origin, advance, sync } = await start(
      PRETENDS(`
        say({ say: 'log', line: 'by ' + (advance ?? 0) });
        say({ say: 'write', write: { from: number } });
        say({ say: 'done', number });
      `),
    );

    await Promise.all([advance(2_000), sync()]);

    expect(origin).to.equal('http://127.0.0.1:3978');
    expect(heard).to.deep.equal(['by 2000', 'from 1', 'by 0', 'from 2']);
  });

  it('is lost when it ends, with the last of its errors', async () => {
    const { sync, lost } = await start(PRETENDS(`writeFileSync(2, 'out of paper'); process.exit(3);`));
    const before = lost();

    const why = await whyNot(sync());

    expect(before).to.equal(null);
    expect(why).to.equal('an instance has ended by itself (3); the last of its errors: out of paper');
    expect([lost(), await whyNot(sync())]).to.deep.equal([why, why]);
  });

  it('is lost when it falls silent', async () => {
    const { sync, lost } = await start(PRETENDS(''), 500);

    const why = await whyNot(sync());

    expect(why).to.equal('an instance said nothing for 0.5 s; the last of its errors: none');
    expect(lost()).to.equal(why);
  });

  it('is told of when it doesn’t start', async () => {
    const why = await whyNot(start(`throw new Error('no paper');`));

    expect(why).to.match(/^an instance has ended by itself \(1\); .*no paper/s);
  });
});
