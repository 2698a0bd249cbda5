import { expect } from 'chai';
import { judge, type Measured } from '../../../soak/load/judge.ts';

const good: Measured = {
  ...{ answersOtherThan200: 0, toldTooFast: 0, deeds: 1_000, leftOut: 10 },
  ...{ p99: 299, highest: 299, slope: 0.9 },
};

describe('what is judged of a run under load', () => {
  it('is passed by a bot that keeps up', () => {
    expect(judge(good)).to.deep.equal([]);
  });

  const bad: readonly (readonly [string, Partial<Measured>, string])[] = [
    ['more than one of 100 deeds left out', { leftOut: 11 }, '11 of 1000 deeds were left out: the load was lower'],
    ['another answer than 200', { answersOtherThan200: 1 }, 'not every message was answered with 200'],
    ['somebody held back', { toldTooFast: 1 }, 'somebody was told that they go too fast'],
    ['slow answers', { p99: 300 }, 'p99 is 300 ms, not below 300'],
    ['much memory', { highest: 300 }, 'RSS was 300 MB, not below 300'],
    ['growing memory', { slope: 1 }, 'RSS grew by 1.00 MB a minute'],
  ];
  for (const [what, more, flaw] of bad) {
    it(`is failed by ${what}`, () => {
      expect(judge({ ...good, ...more })).to.deep.equal([flaw]);
    });
  }

  it('says nothing of the growth in a run too short to tell, and lets its beginning be slower', () => {
    expect(judge({ ...good, slope: null, p99: 999 })).to.deep.equal([]);
    expect(judge({ ...good, slope: null, p99: 1_000 })).to.deep.equal(['p99 is 1000 ms, not below 1000']);
  });
});
