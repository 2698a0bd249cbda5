import { expect } from 'chai';
import { backOff } from '../../web/backOff.ts';

describe('the pause before another attempt', () => {
  for (const [attempts, shortest, longest] of [
    [1, 750, 1_000],
    [2, 1_500, 2_000],
    [5, 12_000, 16_000],
    [6, 22_500, 30_000],
    [100, 22_500, 30_000],
  ] as const) {
    it(`is ${shortest} to ${longest} milliseconds after attempt ${attempts}`, () => {
      expect([backOff(attempts, 0), backOff(attempts, 1)]).to.deep.equal([shortest, longest]);
    });
  }
});
