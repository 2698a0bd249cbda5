import { expect } from 'chai';
import { retryAfter } from '../../src/channels/retryAfter.ts';

const NOW = new Date('2024-05-06T07:08:09Z');

const CASES: readonly (readonly [header: string | undefined, expected: number | undefined])[] = [
  ['0', 0],
  ['2', 2_000],
  ['120', 120_000],
  ['Mon, 06 May 2024 07:08:12 GMT', 3_000],
  ['Mon, 06 May 2024 07:08:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
];

describe('retryAfter', () => {
  for (const [header, expected] of CASES) {
    it(`reads ${header ?? 'no header'} as ${expected ?? 'no wait'}`, () => {
      expect(retryAfter(header, NOW)).to.equal(expected);
    });
  }
});
