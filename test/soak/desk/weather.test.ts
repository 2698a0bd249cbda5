import { expect } from 'chai';
import { FAIR, weatherOf } from '../../../soak/desk/weather.ts';
import { randomFrom } from '../../../soak/random.ts';

const CALLS = 3_000;

describe('the weather of a desk in a soak run', () => {
  for (const operation of ['send', 'update'] as const) {
    it(`fails a third of the time, in every way, for ${operation}`, () => {
      const random = randomFrom(1);

      const all = Array.from({ length: CALLS }, () => weatherOf({ operation }, random));

      const failed = all.filter(({ answer }) => answer !== FAIR.answer);
      expect(failed.length / CALLS).to.be.within(0.3, 0.37);
      const ways = failed.map(({ answer }) => (typeof answer === 'string' ? answer : `${answer.status}`));
      const gone = operation === 'update' ? ['404'] : [];
      expect([...new Set(ways)].sort()).to.deep.equal([...gone, '429', '503', 'reset', 'silence'].sort());
    });
  }

  it('shows nothing of what was certainly not taken, and some of what nobody knows', () => {
    const random = randomFrom(2);

    const all = Array.from({ length: CALLS }, () => weatherOf({ operation: 'update' }, random));

    const refused = all.filter(({ answer }) => typeof answer === 'object' && answer.status < 500);
    const unclear = all.filter(({ answer }) => answer === 'silence');
    expect(refused.some(({ isShown }) => isShown)).to.equal(false);
    expect(new Set(unclear.map(({ isShown }) => isShown))).to.deep.equal(new Set([true, false]));
  });
});
