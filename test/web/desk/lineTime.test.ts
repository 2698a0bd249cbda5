import { expect } from 'chai';
import { lineTime } from '../../../web/desk/lineTime.ts';

const NOW = new Date(2026, 2, 5, 18, 30);

describe('the time of a line', () => {
  for (const [at, words] of [
    [new Date(2026, 2, 5, 9, 5), '09:05'],
    [new Date(2026, 2, 4, 14, 2), '4 Mar, 14:02'],
    [new Date(2025, 11, 31, 23, 59), '31 Dec 2025, 23:59'],
  ] as const) {
    it(`is as short as can be: ${words}`, () => {
      expect(lineTime(at, NOW)).to.equal(words);
    });
  }
});
