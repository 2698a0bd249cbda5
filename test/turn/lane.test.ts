import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { createLanes } from '../../src/turn/lane.ts';
import { createGate } from './gate.ts';

describe('lanes', () => {
  it('give what the work gives', async () => {
    const lanes = createLanes();

    const result = await lanes.run('a', async () => 42);

    expect(result).to.equal(42);
  });

  it('do the work of one key one after another, in the order of arrival', async () => {
    const lanes = createLanes();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await setImmediate();
      seen.push(`${name} ends`);
    };

    await Promise.all(['1', '2', '3'].map((name) => lanes.run('a', work(name))));

    expect(seen).to.deep.equal(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('queue work that comes when the first is over and the second isn’t', async () => {
    const lanes = createLanes();
    const gate = createGate();
    const seen: string[] = [];
    const first = lanes.run('a', async () => seen.push('first'));
    const second = lanes.run('a', async () => {
      await gate.opened;
      seen.push('second');
    });
    await first;
    await setImmediate();
    const third = lanes.run('a', async () => seen.push('third'));
    await setImmediate();

    gate.open();
    await Promise.all([second, third]);

    expect(seen).to.deep.equal(['first', 'second', 'third']);
  });

  it('do the work of different keys side by side', async () => {
    const lanes = createLanes();
    const gate = createGate();
    const waiting = lanes.run('a', () => gate.opened);

    const other = await lanes.run('b', async () => 'done');

    expect(other).to.equal('done');
    gate.open();
    await waiting;
  });

  it('give a failure to the one who asked and go on with the next', async () => {
    const lanes = createLanes();
    const failing = lanes.run('a', () => Promise.reject(new Error('broken')));
    const throwing = lanes.run('a', () => {
      throw new Error('thrown');
    });
    const next = lanes.run('a', async () => 'fine');

    const results = await Promise.allSettled([failing, throwing, next]);

    expect(
      results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.message)),
    ).to.deep.equal(['broken', 'thrown', 'fine']);
  });

  it('take no memory once they are empty, also after a failure', async () => {
    const lanes = createLanes();
    const work = Array.from({ length: 100 }, (_, i) =>
      lanes.run(`key ${i % 10}`, () => (i % 2 ? Promise.resolve() : Promise.reject(new Error('broken')))),
    );
    const whileBusy = lanes.size;

    await Promise.allSettled(work);
    await lanes.drain();

    expect([whileBusy, lanes.size]).to.deep.equal([10, 0]);
  });

  it('are drained once all is done, work that came in meanwhile included', async () => {
    const lanes = createLanes();
    const gate = createGate();
    const done: string[] = [];
    const first = lanes.run('a', async () => {
      await gate.opened;
      done.push('first');
    });
    const drained = lanes.drain().then(() => done.push('drained'));
    const late = lanes.run('b', async () => {
      await first;
      await setImmediate();
      done.push('late');
    });

    gate.open();
    await Promise.all([drained, late]);

    expect(done).to.deep.equal(['first', 'late', 'drained']);
  });

  it('are drained at once when there is nothing to do', async () => {
    const lanes = createLanes();

    await lanes.drain();

    expect(lanes.size).to.equal(0);
  });
});
