import { expect } from 'chai';
import fc from 'fast-check';
import { createTokenBuckets } from '../src/tokenBuckets.ts';

const RATE = { burst: 3, perSecond: 2 };
const TAKEN = { kind: 'taken' };

describe('createTokenBuckets', () => {
  it('gives the burst at once, and then says when there is another', () => {
    const buckets = createTokenBuckets(RATE);

    const taken = [1, 2, 3].map(() => buckets.take('a', 0));
    const refused = buckets.take('a', 100);

    expect(taken).to.deep.equal([TAKEN, TAKEN, TAKEN]);
    expect(refused).to.deep.equal({ kind: 'none', waitMs: 400, wasTold: false });
  });

  it('has a token again once the time it named has passed', () => {
    const buckets = createTokenBuckets(RATE);
    for (let nth = 1; nth <= 3; nth++) buckets.take('a', 0);
    const refused = buckets.take('a', 0);

    const after = refused.kind === 'none' ? buckets.take('a', refused.waitMs) : refused;

    expect(after).to.deep.equal(TAKEN);
  });

  it('keeps the keys apart', () => {
    const buckets = createTokenBuckets({ burst: 1, perSecond: 1 });
    buckets.take('a', 0);

    const others = [buckets.take('a', 0).kind, buckets.take('b', 0).kind];

    expect(others).to.deep.equal(['none', 'taken']);
  });

  it('never gives more than burst and rate allow, however the clock is moved', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 200 }), (steps) => {
        const buckets = createTokenBuckets(RATE);
        let [at, forward, taken] = [0, 0, 0];
        for (const step of steps) {
          at += step;
          forward += Math.max(0, step);
          if (buckets.take('a', at).kind === 'taken') taken++;
        }
        expect(taken).to.be.at.most(RATE.burst + (forward / 1000) * RATE.perSecond + 1e-6);
      }),
      { seed: 20260105, numRuns: 500 },
    );
  });

  it('keeps so many buckets and no more, the last used', () => {
    const buckets = createTokenBuckets({ burst: 1, perSecond: 1 }, 2);
    for (const key of ['a', 'b', 'a', 'c']) buckets.take(key, 0);

    const still = [buckets.size(), buckets.take('a', 0).kind, buckets.take('c', 0).kind, buckets.take('b', 0).kind];

    expect(still).to.deep.equal([2, 'none', 'none', 'taken']);
  });
});
