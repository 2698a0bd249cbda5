import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadEnv } from '../../src/config/loadEnv.ts';
import { AppError } from '../../src/errors.ts';

const NAME = 'UNSTUCK_LOAD_ENV_TEST';

describe('loadEnv', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-env-'));
  });
  afterEach(async () => {
    delete process.env[NAME];
    await rm(folder, { recursive: true });
  });

  it('does without a file', () => {
    process.env[NAME] = 'own';

    const env = loadEnv(join(folder, '.env'));

    expect(env[NAME]).to.equal('own');
  });

  it('completes the environment from the file and leaves the process’s own alone', async () => {
    await writeFile(join(folder, '.env'), `${NAME}="from file" # a remark\n`);

    const env = loadEnv(join(folder, '.env'));

    expect(env[NAME]).to.equal('from file');
    expect(process.env[NAME]).to.equal(undefined);
  });

  it('lets the environment win', async () => {
    process.env[NAME] = 'own';
    await writeFile(join(folder, '.env'), `${NAME}=file\n`);

    const env = loadEnv(join(folder, '.env'));

    expect(env[NAME]).to.equal('own');
  });

  it('lets the file win over an empty value', async () => {
    process.env[NAME] = '';
    await writeFile(join(folder, '.env'), `${NAME}=file\n`);

    const env = loadEnv(join(folder, '.env'));

    expect(env[NAME]).to.equal('file');
  });

  it('refuses a file that can’t be read', async () => {
    await mkdir(join(folder, '.env'));

    expect(() => loadEnv(join(folder, '.env'))).to.throw(AppError, '.env: ');
  });
});
