import { expect } from 'chai';
import fc from 'fast-check';
import { BACK_OFF, backOff } from '../../src/helpdesk/backOff.ts';

const ALMOST_ONE = 1 - 2 ** -53;

describe('the back-off of the outbox', () => {
  const seed = 20_260_301;
  const failures = fc.integer({ min: 1, max: 20 });
  const randoms = fc.double({ min: 0, max: ALMOST_ONE, noNaN: true });

  it('never comes before the receiver said', () => {
    fc.assert(
      fc.property(failures, randoms, fc.integer({ min: 0, max: 86_400_000 }), (failure, random, retryAfterMs) => {
        expect(backOff({ failure, retryAfterMs }, () => random)).to.be.at.least(retryAfterMs);
      }),
      { seed },
    );
  });

  it('adds at most its ceiling to that', () => {
    fc.assert(
      fc.property(failures, randoms, fc.integer({ min: 0, max: 86_400_000 }), (failure, random, retryAfterMs) => {
        const ceiling = Math.min(BACK_OFF.capMs, BACK_OFF.baseMs * 2 ** (failure - 1));
        expect(backOff({ failure, retryAfterMs }, () => random)).to.be.at.most(retryAfterMs + ceiling);
      }),
      { seed },
    );
  });

  for (const { failure, ceiling } of [
    { failure: 1, ceiling: 1_000 },
    { failure: 2, ceiling: 2_000 },
    { failure: 5, ceiling: 16_000 },
    { failure: 6, ceiling: 30_000 },
    { failure: 20, ceiling: 30_000 },
    { failure: 10_000, ceiling: 30_000 },
  ]) {
    it(`waits anything up to ${ceiling} ms after failure ${failure}`, () => {
      const shortest = backOff({ failure, retryAfterMs: undefined }, () => 0);
      const longest = backOff({ failure, retryAfterMs: undefined }, () => ALMOST_ONE);

      expect([shortest, longest]).to.deep.equal([0, ceiling]);
    });
  }

  for (const { asked, waits } of [
    { asked: Number.NaN, waits: 0 },
    { asked: Number.POSITIVE_INFINITY, waits: 0 },
    { asked: -5_000, waits: 0 },
    { asked: 10 * 86_400_000, waits: 86_400_000 },
  ]) {
    it(`waits ${waits} ms when it is asked for ${asked}`, () => {
      const wait = backOff({ failure: 1, retryAfterMs: asked }, () => 0);

      expect(wait).to.equal(waits);
    });
  }
});
