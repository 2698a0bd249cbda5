import { expect } from 'chai';
import { createAnsweredDeliveries } from '../../src/turn/answeredDeliveries.ts';
import { createLanes } from '../../src/turn/lane.ts';
import { createTurns } from '../../src/turn/runTurn.ts';
import type { TurnStore } from '../../src/turn/turnStore.ts';
import { unhurried } from '../turn/unhurried.ts';
import type { OpenStore } from './turnStoreContract.ts';
import { AT, countOf, stateOf, webKeys } from './turnStoreSamples.ts';

/** The part of the contract where many turns come at once, within one process and from two. */
export function runsTurnsAtOnce(opened: () => OpenStore): void {
  it('count 20 increments that come at once as 20', async () => {
    const count = counter(opened().store);

    await Promise.all(Array.from({ length: 20 }, (_, i) => count(`increment ${i}`)));

    const { state, version } = await opened().store.load(webKeys('ann'));
    expect([countOf(state), version]).to.deep.equal([20, 20]);
  });

  it('lose no increment when two processes count at once', async () => {
    const other = await opened().again();
    const [here, there] = [counter(opened().store), counter(other.store)];

    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => [here(`here ${i}`), there(`there ${i}`)]).flat(),
    );

    const committed = results.filter(({ status }) => status === 'fulfilled').length;
    const contended = results.filter(
      (result) => result.status === 'rejected' && result.reason.code === 'turn-contended',
    );
    const { state, version } = await opened().store.load(webKeys('ann'));
    expect([countOf(state), version]).to.deep.equal([committed, committed]);
    expect(committed + contended.length).to.equal(40);
    expect(committed).to.be.at.least(20);
    await other.close();
  });

  it('count a delivery that two processes get as one', async () => {
    const other = await opened().again();
    const [here, there] = [counter(opened().store), counter(other.store)];

    const outcomes = await Promise.all([here('same'), there('same')]);

    expect(outcomes.toSorted()).to.deep.equal(['committed', 'repeat']);
    expect(countOf((await opened().store.load(webKeys('ann'))).state)).to.equal(1);
    await other.close();
  });

  it('number messages without a gap when turns and the channel write at once from two processes', async () => {
    const other = await opened().again();
    const say = counter(other.store, [{ from: 'a turn' }]);

    await Promise.all(
      Array.from({ length: 8 }, (_, i) => [
        opened().history.append('ann', [{ from: 'here' }], AT),
        other.history.append('ann', [{ from: 'there' }], AT),
        say(`${i}`),
      ]).flat(),
    );

    const rows = await opened().history.after('ann', 0, 100);
    expect(rows.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: 24 }, (_, i) => i + 1));
    await other.close();
  });
}

/** As a process of its own would do it: with lanes and a memory of its own. */
function counter(store: TurnStore, messages: readonly object[] = []): (delivery: string) => Promise<string> {
  const turns = createTurns({
    store,
    lanes: createLanes(),
    answered: createAnsweredDeliveries(),
    ...unhurried(() => AT),
  });
  return async (delivery) => {
    const { outcome } = await turns.run(
      webKeys('ann', delivery),
      async ({ state }) => ({
        state: stateOf(countOf(state) + 1),
        greeted: false,
        messages,
        outbox: [],
        cases: [],
        reply: null,
      }),
      async () => undefined,
    );
    return outcome;
  };
}
