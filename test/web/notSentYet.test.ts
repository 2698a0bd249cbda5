import { expect } from 'chai';
import { notSentYet } from '../../web/notSentYet.ts';

describe('what stands beside a message that isn’t sent yet', () => {
  const table: readonly (readonly [...Parameters<typeof notSentYet>, text: string])[] = [
    ['again', null, 'Not sent yet, trying again. It is kept.'],
    ['too-fast', 5_000, 'You’re going too fast for me. I’ll send this in 5 seconds.'],
    ['too-fast', 400, 'You’re going too fast for me. I’ll send this in 1 second.'],
    ['busy', 2_001, 'I’m still busy with this. I’ll send it again in 3 seconds; it is kept.'],
  ];
  for (const [why, after, text] of table) {
    it(`is “${text}”`, () => {
      expect(notSentYet(why, after)).to.equal(text);
    });
  }
});
