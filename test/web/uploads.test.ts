import { expect } from 'chai';
import type { FileAnswer } from '../../web/fileAnswer.ts';
import { Uploads } from '../../web/uploads.ts';
import { until } from '../support/pageUntil.ts';

const SENT: FileAnswer = { status: 204, after: null, body: '' };
const PNG = new File(['x'], 'a.png', { type: 'image/png' });

/** Uploads whose attempts are answered as listed, and all that happened with them. */
function uploads(...answers: readonly FileAnswer[]) {
  const log: string[] = [];
  const left = [...answers];
  let ids = 0;
  let renewals = 0;
  const it = new Uploads({
    post: async ({ name }, id, onProgress) => {
      log.push(`post ${id} ${name}`);
      onProgress(0.47);
      return left.shift() ?? SENT;
    },
    renew: async () => {
      renewals += 1;
      return true;
    },
    onAdded: (id, { name }) => log.push(`added ${id} ${name}`),
    onNews: (id, news) => log.push(`${id} ${JSON.stringify(news)}`),
    onFault: ({ name }, fault) => log.push(`fault ${name} ${fault}`),
    newId: () => {
      ids += 1;
      return `u${ids}`;
    },
  });
  return { it, log, renewals: () => renewals };
}

async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
}

describe('files that a person has chosen', () => {
  it('are sent one after another, in their order, telling how far they are', async () => {
    const { it, log } = uploads();

    it.add([PNG, new File(['y'], 'b.png', { type: 'image/png' })]);
    await settled();

    expect(log).to.deep.equal([
      'added u1 a.png',
      'added u2 b.png',
      'post u1 a.png',
      'u1 {"share":0.45}',
      'u1 {"delivery":"sent","share":1}',
      'post u2 b.png',
      'u2 {"share":0.45}',
      'u2 {"delivery":"sent","share":1}',
    ]);
  });

  it('aren’t sent where it can be seen that they can’t be taken', async () => {
    const { it, log } = uploads();

    it.add([new File([], 'nothing.png', { type: 'image/png' }), new File(['x'], 'a.exe', { type: 'application/exe' })]);
    await settled();

    expect(log.filter((each) => !each.startsWith('added'))).to.deep.equal([
      'u1 {"delivery":"refused","fault":"empty"}',
      'fault nothing.png empty',
      'u2 {"delivery":"refused","fault":"type"}',
      'fault a.exe type',
    ]);
  });

  it('are sent once more when somebody asks for it, and not when they have dropped it', async () => {
    const { it, log } = uploads({ status: 0, after: null, body: '' }, { status: 500, after: null, body: '' });

    it.add([PNG]);
    await settled();
    it.retry('u1');
    await settled();
    it.drop('u1');
    it.retry('u1');
    await settled();

    expect(log.filter((each) => each.startsWith('post'))).to.have.lengthOf(2);
    expect(log.filter((each) => each.startsWith('fault'))).to.deep.equal(['fault a.png lost', 'fault a.png failed']);
  });

  it('wait as long as the server asks for, and go on by themselves', async () => {
    const { it, log } = uploads({ status: 429, after: 1, body: '' });

    it.add([PNG]);
    await until(() => log.at(-1)?.includes('sent') ?? false);

    expect(log).to.include('u1 {"delivery":"too-fast","after":1,"share":0}');
    expect(log.at(-1)).to.equal('u1 {"delivery":"sent","share":1}');
  });

  it('go to the new session where the old one has ended', async () => {
    const { it, log, renewals } = uploads({ status: 401, after: null, body: '' });

    it.add([PNG]);
    await settled();

    expect(renewals()).to.equal(1);
    expect(log.at(-1)).to.equal('u1 {"delivery":"sent","share":1}');
  });
});
