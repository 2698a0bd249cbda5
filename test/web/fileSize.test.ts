import { expect } from 'chai';
import { fileSize } from '../../web/fileSize.ts';

describe('the size of a file in words', () => {
  for (const [bytes, words] of [
    [0, '1 KB'],
    [1, '1 KB'],
    [240 * 1024, '240 KB'],
    [1000 * 1024, '1 MB'],
    [1.25 * 1024 * 1024, '1.3 MB'],
    [10 * 1024 * 1024, '10 MB'],
  ] as const) {
    it(`is ${words} for ${bytes} bytes`, () => {
      expect(fileSize(bytes)).to.equal(words);
    });
  }
});
