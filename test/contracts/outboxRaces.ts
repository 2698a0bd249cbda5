import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import type { OutboxStore } from '../../src/helpdesk/outbox.ts';
import type { OpenOutbox } from './outboxContract.ts';
import { AT, after, leaseRequest, rowsOf } from './outboxSamples.ts';

const QUEUES = 'abcdefghij'.split('');
const ROWS_EACH = 8;
const ALL = QUEUES.flatMap((queue) => Array.from({ length: ROWS_EACH }, (_, at) => `${queue}${at}`));

/** The part of the contract where several processes take rows at once. */
export function racesForRows(opened: () => OpenOutbox): void {
  it('gives each row to one of many that ask at the same moment', async () => {
    const others = await Promise.all([opened().again(), opened().again(), opened().again()]);
    await opened().add(rowsOf(...QUEUES.map((queue) => `${queue}1`)), AT);

    const leases = await Promise.all(
      [opened(), ...others].flatMap(({ store }, at) =>
        Array.from({ length: 5 }, (_, again) => store.lease(leaseRequest({ lease: `${at} ${again}`, limit: 3 }))),
      ),
    );

    const taken = leases.flat().map(({ id }) => id);
    expect(taken.toSorted()).to.deep.equal(QUEUES.map((queue) => `${queue}1`));
    await Promise.all(others.map((other) => other.close()));
  });

  it('delivers each row once, in the order of its queue, by four that take turns as they come', async () => {
    const others = await Promise.all([opened().again(), opened().again(), opened().again()]);
    const sent: string[] = [];
    await opened().add(rowsOf(...ALL), AT);

    await Promise.all([opened(), ...others].map(({ store }, at) => deliverAll(store, `worker ${at}`, sent)));

    expect(sent.toSorted()).to.deep.equal(ALL.toSorted());
    for (const queue of QUEUES) {
      const ofQueue = sent.filter((id) => id.startsWith(queue));
      expect(ofQueue).to.deep.equal(ofQueue.toSorted());
    }
    await Promise.all(others.map((other) => other.close()));
  });

  it('gives a row whose lease has run out to one of many', async () => {
    const others = await Promise.all([opened().again(), opened().again()]);
    await opened().add(rowsOf('a1', 'a2'), AT);
    await opened().store.lease(leaseRequest());

    const leases = await Promise.all(
      others.flatMap(({ store }, at) =>
        Array.from({ length: 5 }, (_, again) =>
          store.lease(leaseRequest({ now: after(60_000), until: after(120_000), lease: `${at} ${again}` })),
        ),
      ),
    );

    expect(leases.flat().map(({ id, mayBeRepeat }) => ({ id, mayBeRepeat }))).to.deep.equal([
      { id: 'a1', mayBeRepeat: true },
    ]);
    await Promise.all(others.map((other) => other.close()));
  });
}

/** Takes two at a time until nothing waits any more. Others may hold what is left: then it asks again. */
async function deliverAll(store: OutboxStore, worker: string, sent: string[]): Promise<void> {
  for (let round = 0; (await store.figures()).waiting > 0; round++) {
    const rows = await store.lease(leaseRequest({ lease: `${worker}, round ${round}`, limit: 2 }));
    for (const row of rows) {
      sent.push(row.id);
      await setImmediate();
      await store.markDelivered(row, 'receipt', AT);
    }
    await setImmediate();
  }
}
