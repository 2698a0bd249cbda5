import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { runKb } from '../../src/cli/kb/runKb.ts';
import { kb } from './kbProcess.ts';

const USAGE = 'usage: kb [--pack ID] lint [FILE…] | diagnose | guide ID | walk\n';

const SHIPPED = fileURLToPath(new URL('../../packs', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures/packs', import.meta.url));

describe('kb', () => {
  for (const words of [
    '',
    'dance',
    'toString',
    'diagnose now',
    'guide',
    'guide client network',
    'walk far',
    '--pack',
    'diagnose --pack',
    'diagnose --pack ../packs/x',
    'diagnose --pack=',
    'diagnose --verbose',
    'diagnose -v',
    '--no-pack diagnose',
  ]) {
    it(`refuses “${words}” with a line of usage`, async () => {
      const { code, stdout, stderr } = await run(words);

      expect({ code, stdout, stderr }).to.deep.equal({ code: 2, stdout: '', stderr: USAGE });
    });
  }

  it('ends a process with the code of a wrong call', async () => {
    const { code, stdout, stderr } = await kb(['dance']);

    expect({ code, stdout, stderr }).to.deep.equal({ code: 2, stdout: '', stderr: USAGE });
  });

  it('reads the pack that is named, wherever the name stands', async () => {
    for (const words of ['--pack printer diagnose', 'diagnose --pack printer', 'diagnose --pack=printer']) {
      const { stdout } = await run(words, { packs: FIXTURES, input: '{"answers":{"light":"lit"}}' });

      expect(JSON.parse(stdout), words).to.include({
        because: 'It has power and waits for something.',
        complete: true,
      });
    }
  });

  it('names the packs there are where there is none of that id', async () => {
    const { code, stderr } = await run('diagnose --pack moon', { packs: FIXTURES });

    expect({ code, stderr }).to.deep.equal({
      code: 1,
      stderr: 'there is no pack “moon”: use one of broken, printer\n',
    });
  });

  it('says what is wrong with a pack that it can’t use', async () => {
    const { code, stdout, stderr } = await run('guide first --pack broken', { packs: FIXTURES });

    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr.split('\n')).to.have.length(22);
  });

  it('needs no other pack to be sound', async () => {
    const { code } = await run('guide paper --pack printer', { packs: FIXTURES });

    expect(code).to.equal(0);
  });
});

interface Given {
  readonly packs?: string;
  readonly input?: string;
}

/** Runs `kb` in this process, with streams of its own. */
async function run(words: string, { packs = SHIPPED, input = '' }: Given = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  const given = words.split(' ').filter((word) => word !== '');

  const code = await runKb(given, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, packs });

  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}
