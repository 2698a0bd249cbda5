import { expect } from 'chai';
import { createLookout, type Lookout } from '../../src/helpdesk/lookout.ts';
import { AT } from '../contracts/outboxSamples.ts';
import { type ManualClock, manualClock } from './manualClock.ts';
import { later } from './outboxBench.ts';

describe('a lookout', () => {
  let clock: ManualClock;
  let looks: number[];
  let look: () => Promise<number>;
  let lookout: Lookout;

  beforeEach(() => {
    clock = manualClock(AT);
    looks = [];
    look = async () => 1_000;
    lookout = createLookout(() => {
      looks.push(clock.now().getTime() - AT.getTime());
      return look();
    }, clock.after);
  });

  it('looks again after the pause that the last look gave', async () => {
    lookout.start();

    await clock.advance(2_500);

    expect(looks).to.deep.equal([0, 1_000, 2_000]);
  });

  it('looks at once when it is woken, and counts the pause from there', async () => {
    lookout.start();
    await clock.advance(300);

    lookout.wake();
    await clock.advance(1_000);

    expect(looks).to.deep.equal([0, 300, 1_300]);
  });

  it('looks once more when it is woken while it looks, never twice at once', async () => {
    const first = later<number>();
    look = () => first.promise;
    lookout.start();
    lookout.wake();
    lookout.wake();
    await clock.settle();
    const before = [...looks];
    look = async () => 1_000;

    first.settle(1_000);
    await clock.advance(999);

    expect([before, looks]).to.deep.equal([[0], [0, 0]]);
  });

  it('looks no more once it is stopped, and is over with the look under way', async () => {
    const first = later<number>();
    look = () => first.promise;
    lookout.start();
    let isOver = false;
    const stopping = lookout.stop().then(() => {
      isOver = true;
    });
    await clock.advance(5_000);
    const before = isOver;

    first.settle(0);
    await stopping;
    lookout.wake();
    await clock.advance(5_000);

    expect([before, looks]).to.deep.equal([false, [0]]);
  });
});
