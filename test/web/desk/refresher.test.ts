import { expect } from 'chai';
import { type Fetched, Refresher } from '../../../web/desk/refresher.ts';
import { afterTimers, until } from '../../support/pageUntil.ts';

/** A refresher whose fetches end when the test says so. */
function refresher() {
  const ends: ((fetched: Fetched) => void)[] = [];
  const it = new Refresher(
    () => new Promise((resolve) => ends.push(resolve)),
    () => 0,
  );
  return { it, ends };
}

async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
}

describe('fetching what has changed', () => {
  it('is never done twice at a time, and once more when it was asked for meanwhile', async () => {
    const { it, ends } = refresher();

    const first = it.now();
    const second = it.now();
    const third = it.now();
    ends[0]?.('done');
    await settled();
    const running = ends.length;
    ends[1]?.('done');
    await Promise.all([first, second, third]);

    expect([running, ends.length]).to.deep.equal([2, 2]);
  });

  it('is done again after the pause that the server asks for', async () => {
    const { it, ends } = refresher();

    void it.now();
    ends[0]?.({ after: 1 });
    await until(() => ends.length === 2);

    it.stop();
  });

  it('stops when nobody is there any more', async () => {
    const { it, ends } = refresher();

    void it.now();
    it.stop();
    ends[0]?.({ after: 1 });
    await settled();
    await afterTimers();

    expect(ends).to.have.lengthOf(1);
  });
});
