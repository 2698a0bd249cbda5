import { expect } from 'chai';
import { boundedMemo } from '../../src/channels/boundedMemo.ts';

describe('boundedMemo', () => {
  it('makes a thing once, also for callers that come while it is being made', async () => {
    const memo = boundedMemo<object>(2);
    let made = 0;
    const make = async () => ({ number: ++made });

    const [one, other] = await Promise.all([memo('a', make), memo('a', make)]);

    expect(one).to.equal(other);
    expect(made).to.equal(1);
  });

  it('forgets the oldest beyond its limit', async () => {
    const memo = boundedMemo<string>(2);
    const made: string[] = [];
    const get = (key: string) => memo(key, async () => String(made.push(key)));

    for (const key of ['a', 'b', 'c', 'b', 'c', 'a']) await get(key);

    expect(made).to.deep.equal(['a', 'b', 'c', 'a']);
  });

  it('makes again what failed to be made', async () => {
    const memo = boundedMemo<string>(2);
    const failed = await memo('a', () => Promise.reject(new Error('down'))).catch((error: Error) => error.message);

    const second = await memo('a', async () => 'up');

    expect([failed, second]).to.deep.equal(['down', 'up']);
  });
});
