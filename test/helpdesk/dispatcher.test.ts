import { expect } from 'chai';
import { LIMITS } from '../../src/helpdesk/dispatcherLimits.ts';
import type { DeliveryOutcome, LeaseRequest, OutboxStep } from '../../src/helpdesk/outbox.ts';
import { AT, after, leaseRequest, rowsOf } from '../contracts/outboxSamples.ts';
import { delivered, failing, later, type OutboxBench, outboxBench } from './outboxBench.ts';

const MINUTE = 60_000;

describe('the dispatcher of the outbox', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = outboxBench();
  });

  const states = () => bench.store.rows().map(({ id, state }) => `${id} ${state}`);

  it('sends what was there before it started', async () => {
    bench.add('a1');

    bench.dispatcher().start();
    await bench.clock.settle();

    expect(states()).to.deep.equal(['a1 delivered']);
    expect(bench.counted).to.deep.equal({ attempted: ['delivered'], died: [] });
  });

  it('sends at once what it is woken for', async () => {
    const dispatcher = bench.dispatcher();
    dispatcher.start();
    await bench.clock.settle();
    bench.add('a1');

    dispatcher.wake();
    await bench.clock.settle();

    expect(bench.timesOf('a1')).to.deep.equal([0]);
  });

  it('sends nothing before it is started', async () => {
    bench.add('a1');

    bench.dispatcher().wake();
    await bench.clock.advance(MINUTE);

    expect(bench.ledger).to.deep.equal([]);
  });

  it('finds within five seconds what nobody woke it for', async () => {
    bench.dispatcher().start();
    await bench.clock.advance(1);
    bench.add('a1');

    await bench.clock.advance(5_000);

    expect(states()).to.deep.equal(['a1 delivered']);
  });

  it('sends rows of a queue one after another', async () => {
    const first = later<DeliveryOutcome>();
    bench.receive = async ({ id }) => (id === 'a1' ? first.promise : delivered);
    bench.add('a1', 'a2');
    bench.dispatcher().start();
    await bench.clock.settle();
    const before = bench.ledger.map(({ id }) => id);

    first.settle(delivered);
    await bench.clock.settle();

    expect(before).to.deep.equal(['a1']);
    expect(bench.ledger.map(({ id }) => id)).to.deep.equal(['a1', 'a2']);
  });

  it('sends rows of several queues at once, up to its bound', async () => {
    const first = later<DeliveryOutcome>();
    bench.receive = async ({ id }) => (id === 'c1' ? delivered : first.promise);
    bench.add('a1', 'b1', 'c1');
    bench.dispatcher({ limits: { atOnce: 2 } }).start();
    await bench.clock.settle();
    const before = bench.ledger.map(({ id }) => id);

    first.settle(delivered);
    await bench.clock.settle();

    expect(before).to.deep.equal(['a1', 'b1']);
    expect(states()).to.deep.equal(['a1 delivered', 'b1 delivered', 'c1 delivered']);
  });

  it('is not held up by a queue whose receiver asks to wait', async () => {
    bench.receive = async ({ queue }) => (queue === 'a' ? { kind: 'not-taken', retryAfterMs: MINUTE } : delivered);
    bench.add('a1', 'a2', 'b1', 'b2');

    bench.dispatcher().start();
    await bench.clock.advance(1_000);

    expect(bench.ledger.map(({ id }) => id)).to.deep.equal(['a1', 'b1', 'b2']);
  });

  it('tries again by itself at the moment a row is due, and no sooner', async () => {
    bench.receive = async ({ attempt }) => (attempt === 1 ? { kind: 'not-taken', retryAfterMs: 3_000 } : delivered);
    bench.add('a1');

    bench.dispatcher().start();
    await bench.clock.advance(10_000);

    // Half of the first ceiling, a second, on top of what was asked for.
    expect(bench.timesOf('a1')).to.deep.equal([0, 3_500]);
  });

  it('waits twice as long each time', async () => {
    bench.receive = async ({ attempt }) => (attempt < 5 ? { kind: 'not-taken' } : delivered);
    bench.add('a1');

    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(bench.timesOf('a1')).to.deep.equal([0, 500, 1_500, 3_500, 7_500]);
  });

  for (const { name, outcome, mayBeRepeat } of [
    { name: 'certainly not taken', outcome: { kind: 'not-taken' }, mayBeRepeat: false },
    { name: 'perhaps delivered', outcome: { kind: 'unclear' }, mayBeRepeat: true },
  ] as const) {
    it(`says of what was ${name} that it is ${mayBeRepeat ? 'perhaps' : 'no'} repeat, and stays with it`, async () => {
      const outcomes: DeliveryOutcome[] = [outcome, { kind: 'not-taken' }];
      bench.receive = async () => outcomes.shift() ?? delivered;
      bench.add('a1');

      bench.dispatcher().start();
      await bench.clock.advance(MINUTE);

      expect(bench.ledger.map((attempt) => attempt.mayBeRepeat)).to.deep.equal([false, mayBeRepeat, mayBeRepeat]);
    });
  }

  for (const outcome of [
    { kind: 'not-taken', isAbsent: true },
    { kind: 'not-yet', afterMs: 10, isAbsent: true },
  ] as const) {
    it(`says of what the receiver hasn’t got that it is no repeat any more: ${outcome.kind}`, async () => {
      const outcomes: DeliveryOutcome[] = [{ kind: 'unclear' }, outcome];
      bench.receive = async () => outcomes.shift() ?? delivered;
      bench.add('a1');

      bench.dispatcher().start();
      await bench.clock.advance(MINUTE);

      expect(bench.ledger.map(({ mayBeRepeat }) => mayBeRepeat)).to.deep.equal([false, true, false]);
    });
  }

  it('takes a delivery that rejects as perhaps delivered', async () => {
    bench.receive = async ({ attempt }) => (attempt === 1 ? Promise.reject(new Error('broken')) : delivered);
    bench.add('a1');

    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(bench.ledger.map(({ mayBeRepeat }) => mayBeRepeat)).to.deep.equal([false, true]);
  });

  it('takes a delivery that takes too long as perhaps delivered', async () => {
    bench.receive = async ({ attempt }) => (attempt === 1 ? later<DeliveryOutcome>().promise : delivered);
    bench.add('a1');

    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(bench.timesOf('a1')).to.deep.equal([0, 30_500]);
    expect(bench.ledger[1]).to.include({ mayBeRepeat: true });
  });

  it('holds a row for as long as it is being sent, whoever else looks for rows', async () => {
    const slow = later<DeliveryOutcome>();
    bench.receive = () => slow.promise;
    bench.add('a1');
    bench.dispatcher().start();
    bench.dispatcher().start();
    await bench.clock.advance(24_000);

    slow.settle(delivered);
    await bench.clock.advance(MINUTE);

    expect(bench.timesOf('a1')).to.deep.equal([0]);
    expect(states()).to.deep.equal(['a1 delivered']);
  });

  it('holds a row no longer than it is being sent', async () => {
    const renewed: string[] = [];
    const store: typeof bench.store = {
      ...bench.store,
      async renew(row, until) {
        renewed.push(row.id);
        return bench.store.renew(row, until);
      },
    };
    bench.receive = async () => delivered;
    bench.add('a1');

    bench.dispatcher({ store }).start();
    await bench.clock.advance(MINUTE);

    expect(renewed).to.deep.equal([]);
  });

  it('tries nothing again that was refused, and goes on behind it', async () => {
    bench.receive = async ({ id }) => (id === 'a1' ? { kind: 'refused', why: 'status-403' } : delivered);
    bench.add('a1', 'a2');

    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(states()).to.deep.equal(['a1 dead', 'a2 delivered']);
    expect(bench.ledger).to.have.lengthOf(2);
    expect(bench.counted.died).to.deep.equal(['refused']);
    expect(bench.lines).to.have.lengthOf(1);
    expect(bench.lines[0]).to.include({ level: 50, code: 'status-403', attempt: 1 });
  });

  it('gives a row up with the first attempt after its time, with an alert, and goes on behind it', async () => {
    bench.receive = async ({ id }) => (id === 'a1' ? { kind: 'not-taken', why: 'status-429' } : delivered);
    bench.add('a1', 'a2');

    bench.dispatcher({ patience: () => 10 * MINUTE }).start();
    await bench.clock.advance(11 * MINUTE);

    const [last = 0, before = 0] = bench.timesOf('a1').toReversed();
    expect(last).to.be.at.least(10 * MINUTE);
    expect(before).to.be.below(10 * MINUTE);
    expect(states()).to.deep.equal(['a1 dead', 'a2 delivered']);
    expect(bench.counted.died).to.deep.equal(['given-up']);
    expect(bench.lines).to.have.lengthOf(1);
    expect(bench.lines[0]).to.include({ level: 50, code: 'status-429', attempt: bench.timesOf('a1').length });
    expect(bench.lines[0]).to.have.keys('level', 'time', 'code', 'attempt', 'conversation', 'row', 'msg');
  });

  it('tells whoever delivers it which attempt is the last', async () => {
    const told: boolean[] = [];
    bench.receive = async ({ isLast }) => {
      told.push(isLast);
      return { kind: 'unclear' };
    };
    bench.add('a1');

    bench.dispatcher({ patience: () => MINUTE }).start();
    await bench.clock.advance(5 * MINUTE);

    expect(told.length).to.be.greaterThan(2);
    expect(told.map((isLast, index) => isLast === (index === told.length - 1))).to.not.include(false);
  });

  it('tries once what has waited longer than its time before anybody looked', async () => {
    bench.add('a1');
    await bench.clock.advance(11 * MINUTE);

    bench.dispatcher({ patience: () => 10 * MINUTE }).start();
    await bench.clock.settle();

    expect(states()).to.deep.equal(['a1 delivered']);
  });

  it('never gives up what has no end, and is there within a minute of the end of a long fault that hangs', async () => {
    const end = 3 * 24 * 60 * MINUTE;
    const isOver = () => bench.clock.now().getTime() >= AT.getTime() + end;
    bench.receive = async () => (isOver() ? delivered : later<DeliveryOutcome>().promise);
    bench.add('a1');

    bench.dispatcher({ patience: () => Number.POSITIVE_INFINITY, random: () => 1 - 2 ** -53 }).start();
    await bench.clock.advance(end + MINUTE);

    expect(states()).to.deep.equal(['a1 delivered']);
    expect(bench.counted.died).to.deep.equal([]);
  });

  it('sends again, as perhaps a repeat, what a process that is gone had leased', async () => {
    bench.add('a1', 'a2');
    await bench.store.lease(leaseRequest({ until: after(LIMITS.leaseMs), lease: 'of a process that was killed' }));

    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(bench.ledger).to.deep.equal([
      { id: 'a1', at: LIMITS.leaseMs, number: 2, mayBeRepeat: true },
      { id: 'a2', at: LIMITS.leaseMs, number: 1, mayBeRepeat: false },
    ]);
  });

  it('waits no longer after a failure for ends of the process before it', async () => {
    bench.receive = async ({ attempt }) => (attempt < 12 ? { kind: 'not-taken' } : delivered);
    bench.add('a1');
    for (let times = 0; times < 9; times++) await bench.store.lease(leaseRequest({ now: AT, until: AT }));

    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(bench.timesOf('a1')).to.deep.equal([0, 500, 1_500]);
  });

  it('gives up what was leased 20 times without an end, unsent: it may be what ends the process', async () => {
    bench.add('a1', 'a2');
    for (let times = 0; times < 20; times++) await bench.store.lease(leaseRequest({ now: AT, until: AT }));

    bench.dispatcher().start();
    await bench.clock.settle();

    expect(states()).to.deep.equal(['a1 dead', 'a2 delivered']);
    expect(bench.timesOf('a1')).to.deep.equal([]);
  });

  it('passes its named places in their order', async () => {
    const steps: OutboxStep[] = [];
    bench.add('a1');

    bench.dispatcher({ atStep: (step) => steps.push(step) }).start();
    await bench.clock.settle();

    expect(steps).to.deep.equal(['outbox-leased', 'outbox-sent', 'outbox-marked']);
  });

  it('shares rows with others, none twice', async () => {
    const all = 'abcdefgh'.split('').flatMap((queue) => [`${queue}1`, `${queue}2`, `${queue}3`]);
    bench.add(...all);

    for (let count = 0; count < 3; count++) bench.dispatcher({ limits: { atOnce: 2 } }).start();
    await bench.clock.advance(1_000);

    expect(bench.ledger.map(({ id }) => id).sort()).to.deep.equal(all);
  });

  it('keeps what is committed after rows of the same queue were delivered', async () => {
    const dispatcher = bench.dispatcher();
    dispatcher.start();
    for (const id of ['a1', 'a2']) {
      bench.store.add(rowsOf(id), bench.clock.now());
      dispatcher.wake();
      await bench.clock.settle();
    }

    expect(states()).to.deep.equal(['a1 delivered', 'a2 delivered']);
  });
});

describe('the dispatcher of the outbox, when its storage fails', () => {
  let bench: OutboxBench;
  let isDown: boolean;

  beforeEach(() => {
    bench = outboxBench('info');
    isDown = true;
  });

  it('asks again each second and goes on as soon as it answers', async () => {
    bench.add('a1');
    bench.dispatcher({ store: failing(bench.store, 'lease', () => isDown) }).start();
    await bench.clock.advance(3_500);

    isDown = false;
    await bench.clock.advance(500);

    expect(bench.timesOf('a1')).to.deep.equal([4_000]);
  });

  it('tells of it once a minute, and when it is over', async () => {
    bench.dispatcher({ store: failing(bench.store, 'nextDue', () => isDown) }).start();
    await bench.clock.advance(90_000);

    isDown = false;
    await bench.clock.advance(10_000);

    expect(bench.lines.map(({ level }) => level)).to.deep.equal([50, 50, 30]);
  });

  it('doesn’t send again what it could not write down at once', async () => {
    bench.add('a1');
    bench.dispatcher({ store: failing(bench.store, 'markDelivered', () => isDown) }).start();
    await bench.clock.advance(20_000);

    isDown = false;
    await bench.clock.advance(2 * MINUTE);

    expect(bench.timesOf('a1')).to.deep.equal([0]);
    expect(bench.store.rows()[0]).to.include({ state: 'delivered' });
  });

  it('sends again, as perhaps a repeat, what it could not write down while its lease ran', async () => {
    bench.add('a1');
    const store = failing(bench.store, 'markDelivered', () => isDown);
    bench.dispatcher({ store: failing(store, 'renew', () => isDown) }).start();
    await bench.clock.advance(LIMITS.leaseMs - 1);

    isDown = false;
    await bench.clock.advance(2 * MINUTE);

    expect(bench.ledger.map(({ at, mayBeRepeat }) => ({ at, mayBeRepeat }))).to.deep.equal([
      { at: 0, mayBeRepeat: false },
      { at: LIMITS.leaseMs, mayBeRepeat: true },
    ]);
  });

  it('goes on holding what it is sending, once the storage answers again before the lease has run out', async () => {
    const slow = later<DeliveryOutcome>();
    bench.receive = () => slow.promise;
    bench.add('a1');
    bench.dispatcher({ store: failing(bench.store, 'renew', () => isDown) }).start();
    bench.dispatcher().start();
    await bench.clock.advance(LIMITS.leaseMs - LIMITS.renewMs - 1);

    isDown = false;
    await bench.clock.advance(LIMITS.renewMs + 1);
    slow.settle(delivered);
    await bench.clock.advance(MINUTE);

    expect(bench.timesOf('a1')).to.deep.equal([0]);
  });

  it('puts back unsent what took so long to lease that it could not be held in time', async () => {
    const slow = later<void>();
    const store = { ...bench.store, lease: (request: LeaseRequest) => slow.promise.then(() => leased(request)) };
    const leased = bench.store.lease;
    bench.add('a1');
    bench.dispatcher({ store }).start();
    const tooLong = LIMITS.leaseMs - LIMITS.renewMs;
    await bench.clock.advance(tooLong);

    slow.settle();
    await bench.clock.advance(1_000);

    expect(bench.ledger).to.deep.equal([{ id: 'a1', at: tooLong, number: 1, mayBeRepeat: false }]);
  });

  it('says so where another process has taken the row in the meantime', async () => {
    bench.add('a1');
    bench.receive = async (row) => {
      await bench.store.bury(row, AT);
      return delivered;
    };

    bench.dispatcher().start();
    await bench.clock.settle();

    expect(bench.lines.map(({ level, attempt }) => ({ level, attempt }))).to.deep.equal([{ level: 40, attempt: 1 }]);
  });
});

describe('the dispatcher of the outbox, when it stops', () => {
  let bench: OutboxBench;

  beforeEach(() => {
    bench = outboxBench();
  });

  it('waits for what is being sent', async () => {
    const first = later<DeliveryOutcome>();
    bench.receive = () => first.promise;
    bench.add('a1');
    const dispatcher = bench.dispatcher();
    dispatcher.start();
    await bench.clock.settle();

    let isStopped = false;
    const stopping = dispatcher.stop().then(() => {
      isStopped = true;
    });
    await bench.clock.advance(1_000);
    const before = isStopped;
    first.settle(delivered);
    await stopping;

    expect(before).to.equal(false);
    expect(bench.store.rows()[0]).to.include({ state: 'delivered' });
  });

  it('takes nothing any more', async () => {
    const dispatcher = bench.dispatcher();
    dispatcher.start();
    await bench.clock.settle();
    await dispatcher.stop();
    bench.add('a1');

    dispatcher.wake();
    await bench.clock.advance(MINUTE);

    expect(bench.ledger).to.deep.equal([]);
  });

  it('puts back unsent what it took at that very moment', async () => {
    bench.add('a1');
    const dispatcher = bench.dispatcher();
    dispatcher.start();

    await dispatcher.stop();

    expect(bench.ledger).to.deep.equal([]);
    expect(bench.store.rows()[0]).to.include({ state: 'waiting', lease: null, mayBeRepeat: false });
  });

  it('waits no longer than eight seconds, and leaves the rest to whoever comes', async () => {
    bench.receive = () => later<DeliveryOutcome>().promise;
    bench.add('a1');
    const dispatcher = bench.dispatcher();
    dispatcher.start();
    await bench.clock.settle();

    const stopping = dispatcher.stop();
    await bench.clock.advance(8_000);
    await stopping;
    bench.receive = async () => delivered;
    bench.dispatcher().start();
    await bench.clock.advance(MINUTE);

    expect(bench.ledger.map(({ number, mayBeRepeat }) => ({ number, mayBeRepeat }))).to.deep.equal([
      { number: 1, mayBeRepeat: false },
      { number: 2, mayBeRepeat: true },
    ]);
  });
});
