import { expect } from 'chai';
import { createCaseLinkSigner } from '../../src/channels/desk/signCaseLink.ts';
import { createSharedFiles } from '../../src/channels/sharedFiles.ts';
import { sharedFileRoute } from '../../src/server/sharedFileRoute.ts';
import { handClock } from '../support/httpClock.ts';
import { memoryFiles, SAMPLES } from '../support/httpFiles.ts';
import { startServer } from '../support/httpServer.ts';

const HOURS = 60 * 60 * 1000;

describe('files by a signed link', () => {
  const clock = handClock();
  const signer = createCaseLinkSigner('key', 'file');
  const shared = () => createSharedFiles({ signer, files: memoryFiles(), clock: clock.now });

  it('may be asked for 60 times a minute from one address, whether there are any or not', async () => {
    const server = await startServer({ routes: [sharedFileRoute(shared(), Buffer.from('over'))] });
    const ask = () => fetch(`${server.origin}/files/shared?s=x`);
    const statuses = [];
    for (let nth = 1; nth <= 60; nth++) statuses.push((await ask()).status);

    const tooMany = await ask();
    clock.pass(60_000);
    const later = await ask();
    await server.close();

    expect(new Set(statuses)).to.deep.equal(new Set([404]));
    expect([tooMany.status, tooMany.headers.get('retry-after'), await tooMany.text()]).to.deep.equal([429, '60', '']);
    expect(later.status).to.equal(404);
  });

  it('are counted by address, the addresses of one household as one', () => {
    const { wait } = shared();
    for (let nth = 1; nth <= 60; nth++) wait('2001:db8::1');

    expect([wait('2001:db8::2'), wait('192.0.2.1')]).to.deep.equal([60, 0]);
  });

  it('are there no more after eight hours', async () => {
    const files = memoryFiles();
    const { sign, give } = createSharedFiles({ signer, files, clock: clock.now });
    const facts = { case: 'UN-AAAA-AA', person: 'web:luis', from: 'desk', at: '2026-01-15T12:00:00.000Z' } as const;
    files.add({ id: 'a', name: 'a.png', type: 'image/png', size: SAMPLES.png.length, ...facts }, SAMPLES.png);
    const link = sign('a');

    clock.pass(8 * HOURS - 1);
    const before = await give(link);
    clock.pass(1);
    const after = await give(link);

    expect([before.status, after.status]).to.deep.equal([200, 404]);
  });
});
