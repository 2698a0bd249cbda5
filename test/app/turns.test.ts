import { expect } from 'chai';
import { buildTurns } from '../../src/app/turns.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createLanes } from '../../src/turn/lane.ts';
import type { TurnStore } from '../../src/turn/turnStore.ts';
import { AT, rejectionOf, webKeys } from '../contracts/turnStoreSamples.ts';
import { unhurried } from '../turn/unhurried.ts';

/** Of each pause before a rerun, in milliseconds. Source: docs/adr/0008-a-case-is-a-value.md. */
const CEILINGS = [20, 40, 80, ...Array(9).fill(160)];

/** How often it is tried: no pause is as long as its ceiling but by chance. */
const TRIES = 200;

describe('the turns of a running bot', () => {
  it('pause before each rerun at random, for longer and longer, up to where somebody would notice', async () => {
    const waits: number[] = [];
    // Another one was faster each time.
    const store = {
      load: async () => ({ seen: false, version: 0 }),
      commit: async () => 'conflict',
    } as unknown as TurnStore;
    const turns = buildTurns(
      { ...unhurried(() => AT), store, lanes: createLanes(), metrics: createMetrics(() => AT) },
      async (ms) => void waits.push(ms),
    );
    const work = async () => ({ state: null, greeted: false, messages: [], outbox: [], cases: [], reply: '' });
    const nothing = async () => undefined;

    for (let tries = 0; tries < TRIES; tries++) await rejectionOf(turns.run(webKeys('ann'), work, nothing));

    const longest = CEILINGS.map((_, rerun) => Math.max(...waits.filter((__, at) => at % CEILINGS.length === rerun)));
    expect(waits).to.have.length(TRIES * CEILINGS.length);
    for (const [rerun, ceiling] of CEILINGS.entries()) {
      expect(longest[rerun], `before rerun ${rerun + 1}`).to.be.within(ceiling / 2, ceiling);
    }
    expect(Math.min(...waits)).to.be.within(0, 10);
  });
});
