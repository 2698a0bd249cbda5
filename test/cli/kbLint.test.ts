import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { lyncText } from '../knowledge/lyncPack.ts';
import { kb } from './kbProcess.ts';

const BROKEN = 'test/fixtures/packs/broken.yaml';
const SOUND = 'test/fixtures/packs/printer.yaml';

describe('kb lint', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-kb-'));
  });

  after(() => rm(folder, { recursive: true }));

  it('finds no fault in any installed pack and counts what is there', async () => {
    const { code, stdout, stderr } = await kb(['lint']);

    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^no faults; packs: \d+, questions: \d+, .*guides: \d+, steps: \d+\n$/);
  });

  it('counts the parts of the packs it is given', async () => {
    const { code, stdout } = await kb(['lint', SOUND, SOUND]);

    expect(code).to.equal(0);
    expect(stdout).to.equal(
      'no faults; packs: 2, questions: 2, rules: 4, categories: 6, symptoms: 2, guides: 4, steps: 4\n',
    );
  });

  it('prints a line for each fault, by file and line, and nothing of the sound packs', async () => {
    const { code, stdout } = await kb(['lint', SOUND, BROKEN]);

    const lines = stdout.trimEnd().split('\n');
    expect(code).to.equal(1);
    expect(lines).to.have.length(21);
    expect(lines[0]).to.equal(`${BROKEN}:2: \`id\` must be lower-case words joined by hyphens`);
    expect(lines.every((line) => line.startsWith(`${BROKEN}:`))).to.equal(true);
  });

  it('prints the faults of every broken file', async () => {
    const file = join(folder, 'edited.yaml');
    await writeFile(file, lyncText.replace('format: 1\n', 'format: 2\n'));

    const { code, stdout } = await kb(['lint', file, join(folder, 'missing.yaml'), folder]);

    expect(code).to.equal(1);
    expect(stdout.replaceAll(folder, 'F').split('\n')).to.deep.equal([
      'F/edited.yaml:9: `format` must be 1, the only format this version reads',
      'F/missing.yaml:1: the file can’t be read (ENOENT)',
      'F:1: the file can’t be read (EISDIR)',
      '',
    ]);
  });

  it('checks one installed pack by its id', async () => {
    const { code, stdout } = await kb(['lint', '--pack', 'lync-online-meeting-join']);

    expect(code).to.equal(0);
    expect(stdout).to.equal(
      'no faults; packs: 1, questions: 3, rules: 6, categories: 10, symptoms: 7, guides: 6, steps: 20\n',
    );
  });
});
