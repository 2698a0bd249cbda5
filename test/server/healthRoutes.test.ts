import { expect } from 'chai';
import { healthRoutes } from '../../src/server/healthRoutes.ts';
import { createGate } from '../turn/gate.ts';

describe('asking whether it is ready', () => {
  const request = {
    header: () => undefined,
    query: new URLSearchParams(),
    remoteAddress: '',
    forwarded: false,
    body: undefined,
  };

  it('is one look at the data for all who ask at once, and for a second after', async () => {
    let looks = 0;
    let now = 0;
    const gate = createGate();
    const look = async () => {
      looks += 1;
      await gate.opened;
      return true;
    };
    const ready = healthRoutes(look, () => new Date(now)).find(({ path }) => path === '/readyz');

    const together = [ready?.answer(request), ready?.answer(request)];
    gate.open();
    await Promise.all(together);
    now += 999;
    await ready?.answer(request);
    const inTheSecond = looks;
    now += 1;
    await ready?.answer(request);

    expect([inTheSecond, looks]).to.deep.equal([1, 2]);
  });

  it('says what else is to be known, which changes no status', async () => {
    const notes = async () => ['desk: not reachable since 14:02', 'desk: 3 cases wait'];
    const at = () => new Date(0);
    const [isReady, isNot] = [true, false].map((is) =>
      healthRoutes(async () => is, at, notes).find(({ path }) => path === '/readyz'),
    );

    const answers = [await isReady?.answer(request), await isNot?.answer(request)];

    expect(answers.map((answer) => [answer?.status, answer?.body])).to.deep.equal([
      [200, 'ready\ndesk: not reachable since 14:02\ndesk: 3 cases wait'],
      [503, 'not ready'],
    ]);
  });
});
