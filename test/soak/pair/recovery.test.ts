import { expect } from 'chai';
import { createRecovery, type Recovery } from '../../../soak/pair/recovery.ts';

describe('createRecovery', () => {
  it('measures from an end until every process has answered something begun after it, and keeps the longest', () => {
    const { recovery, at } = recoveryOfTwo();

    at(0, () => recovery.ended('kill'));
    at(200, () => recovery.answered(0, 100));
    at(300, () => recovery.answered(1, 100));
    at(400, () => recovery.ended('kill'));
    at(1_000, () => recovery.answered(1, 900));
    at(1_100, () => recovery.answered(0, 900));

    expect(recovery.longest('kill')).to.equal(700);
  });

  it('is infinite when one process never answers again, however often the other one does', () => {
    const { recovery, at } = recoveryOfTwo();

    at(0, () => recovery.ended('restart'));
    at(100, () => recovery.answered(0, 50));
    at(200, () => recovery.answered(0, 150));

    expect(recovery.longest('restart')).to.equal(Number.POSITIVE_INFINITY);
  });

  it('doesn’t take an answer to something begun before', () => {
    const { recovery, at } = recoveryOfTwo();

    at(50, () => recovery.ended('restart'));
    at(60, () => recovery.answered(0, 40));
    at(70, () => recovery.answered(1, 60));

    expect(recovery.longest('restart')).to.equal(Number.POSITIVE_INFINITY);
  });

  it('is over once every process has answered since all that has ended', async () => {
    const { recovery, at } = recoveryOfTwo();
    let isOver = false;
    at(0, () => recovery.ended('kill'));
    const over = recovery.over().then(() => {
      isOver = true;
    });
    const seen: boolean[] = [];

    for (const number of [0, 1]) {
      at(100, () => recovery.answered(number, 50));
      await Promise.resolve();
      seen.push(isOver);
    }
    await over;

    expect([seen, isOver]).to.deep.equal([[false, true], true]);
  });
});

/** Of two processes, and a way to have something happen at a time. */
function recoveryOfTwo(): { readonly recovery: Recovery; at(time: number, what: () => void): void } {
  let now = 0;
  return {
    recovery: createRecovery(2, () => now),
    at(time, what) {
      now = time;
      what();
    },
  };
}
