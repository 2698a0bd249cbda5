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
});
