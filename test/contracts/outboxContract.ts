import { expect } from 'chai';
import type { LeasedRow, NewOutboxRow, OutboxStore } from '../../src/helpdesk/outbox.ts';
import { racesForRows } from './outboxRaces.ts';
import { AT, after, idsOf, leaseRequest, rowsOf, theOne } from './outboxSamples.ts';

/** What is kept of a row. */
export interface KeptRow {
  readonly state: string;
  readonly receipt: string | null;
  readonly payload: string;
}

/** An outbox, the way to put rows into it as a turn's commit does, and the way to another connection to the same. */
export interface OpenOutbox {
  readonly store: OutboxStore;
  add(rows: readonly NewOutboxRow[], at: Date): Promise<void>;
  kept(id: string): Promise<KeptRow | undefined>;
  again(): Promise<OpenOutbox>;
  close(): Promise<void>;
}

/** What every outbox must do. `open` gives an empty one each time. */
export function outboxContract(name: string, open: () => Promise<OpenOutbox>): void {
  describe(`an outbox kept in ${name}`, () => {
    let opened: OpenOutbox;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.close());

    leasesRows(() => opened);
    putsRowsBefore(() => opened);
    endsRows(() => opened);
    losesLeases(() => opened);
    tellsHowItStands(() => opened);
    racesForRows(() => opened);
  });
}

function leasesRows(opened: () => OpenOutbox): void {
  it('leases a row whole', async () => {
    const row: NewOutboxRow = { id: 'r', queue: 'desk', person: 'web:ann', payload: { text: 'can’t “join” 😀' } };
    await opened().add([row], AT);

    const leased = await opened().store.lease(leaseRequest());

    expect(leased).to.deep.equal([
      { ...row, since: AT, attempt: 1, unheard: 0, failures: 0, mayBeRepeat: false, lease: 'lease' },
    ]);
  });

  it('leases nothing where nothing waits', async () => {
    const leased = await opened().store.lease(leaseRequest());

    expect(leased).to.deep.equal([]);
  });

  it('leases the first row of each queue alone', async () => {
    await opened().add(rowsOf('a1', 'a2', 'b1', 'b2'), AT);

    const leased = await opened().store.lease(leaseRequest());

    expect(idsOf(leased)).to.deep.equal(['a1', 'b1']);
  });

  it('leases nothing of a queue whose first row is under way', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    await opened().store.lease(leaseRequest());

    const leased = await opened().store.lease(leaseRequest({ lease: 'another' }));

    expect(leased).to.deep.equal([]);
  });

  it('leases at most as many as asked for, those that are due longest', async () => {
    await opened().add(rowsOf('c1'), after(-1));
    await opened().add(rowsOf('a1'), after(-3));
    await opened().add(rowsOf('b1'), after(-2));

    const leased = await opened().store.lease(leaseRequest({ limit: 2 }));

    expect(idsOf(leased)).to.deep.equal(['a1', 'b1']);
  });

  it('leases a row that was put back once it is due, not a millisecond sooner, with the next number', async () => {
    const row = await leasedAlone(opened());
    await opened().store.putBack(row, { dueAt: after(5_000), mayBeRepeat: false });

    const early = await opened().store.lease(leaseRequest({ now: after(4_999) }));
    const due = await opened().store.lease(leaseRequest({ now: after(5_000) }));

    expect(early).to.deep.equal([]);
    expect(due).to.deep.equal([{ ...row, attempt: 2, failures: 1 }]);
  });

  it('counts no attempt for a row that was put back unsent', async () => {
    const row = await leasedAlone(opened());

    await opened().store.putBack(row, { dueAt: after(0), mayBeRepeat: false, isUnsent: true });

    const again = await opened().store.lease(leaseRequest({ now: after(0) }));
    expect(again).to.deep.equal([row]);
  });

  it('remembers that a row that was put back may be a repeat', async () => {
    const row = await leasedAlone(opened());

    await opened().store.putBack(row, { dueAt: AT, mayBeRepeat: true });

    expect(theOne(await opened().store.lease(leaseRequest()))).to.include({ mayBeRepeat: true });
  });

  it('lets nothing overtake a row that was put back', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    const row = theOne(await opened().store.lease(leaseRequest()));
    await opened().store.putBack(row, { dueAt: after(5_000), mayBeRepeat: false });

    const leased = await opened().store.lease(leaseRequest());

    expect(leased).to.deep.equal([]);
  });
}

function putsRowsBefore(opened: () => OpenOutbox): void {
  const before = (row: string, ...ids: readonly string[]) => rowsOf(...ids).map((each) => ({ ...each, before: row }));
  /** In which order all of one queue that waits is delivered. */
  const order = async (queue: string): Promise<string[]> => {
    const { store } = opened();
    const ids: string[] = [];
    for (;;) {
      const [row] = await store.lease(leaseRequest({ now: after(60_000), until: after(120_000), limit: 1 }));
      if (row === undefined) return ids.filter((id) => id.startsWith(queue));
      ids.push(row.id);
      await store.markDelivered(row, '', AT);
    }
  };

  it('leases rows right before the one that they come before, and those written with them at the end', async () => {
    await opened().add(rowsOf('a1', 'a2', 'b1', 'a3'), AT);

    await opened().add([...rowsOf('a4'), ...before('a2', 'a8', 'a9'), ...before('b1', 'b9'), ...rowsOf('a5')], AT);

    await opened().add(rowsOf('a6', 'b2'), AT);
    const whole = [...(await order('')).toSorted((one, other) => one.charCodeAt(0) - other.charCodeAt(0))];
    expect(whole).to.deep.equal(['a1', 'a8', 'a9', 'a2', 'a3', 'a4', 'a5', 'a6', 'b9', 'b1', 'b2']);
  });

  it('leaves the row that is being delivered to whoever delivers it, until it comes again behind those', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    const row = theOne(await opened().store.lease(leaseRequest()));

    await opened().add(before('a1', 'a9'), AT);
    const put = await opened().store.putBack(row, { dueAt: AT, mayBeRepeat: false, isUnsent: true });

    const next = theOne(await opened().store.lease(leaseRequest({ lease: 'another' })));
    expect([put, next.id]).to.deep.equal([true, 'a9']);
    await opened().store.markDelivered(next, '', AT);
    expect(await opened().store.lease(leaseRequest())).to.deep.equal([row]);
  });

  it('lets those before a row be leased at once, and it by others only once they are through and its lease is', async () => {
    await opened().add(rowsOf('a1'), AT);
    const row = theOne(await opened().store.lease(leaseRequest({ until: after(60_000) })));
    await opened().add(before('a1', 'a9'), AT);

    expect(await opened().store.nextDue()).to.deep.equal(AT);
    const other = theOne(await opened().store.lease(leaseRequest({ lease: 'another' })));
    expect(await opened().store.lease(leaseRequest({ now: after(59_999), lease: 'third' }))).to.deep.equal([]);
    await opened().store.markDelivered(other, '', AT);

    expect(await opened().store.lease(leaseRequest({ now: after(59_999), lease: 'third' }))).to.deep.equal([]);
    expect(await opened().store.renew(row, after(60_001))).to.equal(true);
    const late = theOne(await opened().store.lease(leaseRequest({ now: after(60_001), lease: 'third' })));
    expect(late).to.include({ id: 'a1', attempt: 2, mayBeRepeat: true });
  });

  for (const { name, row } of [
    { name: 'isn’t there', row: 'a0' },
    { name: 'is of another queue', row: 'b1' },
  ]) {
    it(`leases rows last where what they come before ${name}`, async () => {
      await opened().add(rowsOf('b1', 'a1', 'a2'), AT);

      await opened().add(before(row, 'a8'), AT);

      expect(await order('a')).to.deep.equal(['a1', 'a2', 'a8']);
    });
  }

  it('takes each row once, however often it is written, and moves nothing for one that is there', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    await opened().add(before('a1', 'a8'), AT);
    const row = theOne(await opened().store.lease(leaseRequest()));
    await opened().store.markDelivered(row, 'receipt', AT);

    await opened().add([...before('a2', 'a8', 'a9'), ...before('a1', 'a8')], AT);

    expect(await opened().kept('a8')).to.include({ state: 'delivered', receipt: 'receipt' });
    expect(await order('a')).to.deep.equal(['a1', 'a9', 'a2']);
  });

  it('keeps all of what several write at the same moment, each before its own', async () => {
    const others = await Promise.all([opened().again(), opened().again(), opened().again()]);
    await opened().add(rowsOf('a1', 'a2', 'a3', 'a4'), AT);

    await Promise.all(
      [opened(), ...others].flatMap(({ add }, at) => [
        add(before(`a${at + 1}`, `a${at + 1} first`, `a${at + 1} then`), AT),
        add(before(`a${at + 1}`, `a${at + 1} first`, `a${at + 1} then`), AT),
      ]),
    );

    const each = ['a1', 'a2', 'a3', 'a4'].flatMap((id) => [`${id} first`, `${id} then`, id]);
    expect(await order('a')).to.deep.equal(each);
    await Promise.all(others.map((other) => other.close()));
  });

  it('says of a row whether it has ended', async () => {
    await opened().add(rowsOf('a1', 'b1', 'c1'), AT);
    const rows = await opened().store.lease(leaseRequest());
    for (const row of rows) {
      if (row.id === 'a1') await opened().store.markDelivered(row, '', AT);
      if (row.id === 'b1') await opened().store.bury(row, AT);
    }

    const ended = await Promise.all(['a1', 'b1', 'c1', 'd1'].map((id) => opened().store.hasEnded(id)));

    expect(ended).to.deep.equal([true, true, false, false]);
  });
}

function endsRows(opened: () => OpenOutbox): void {
  it('keeps the receipt of what was delivered and forgets what was in it', async () => {
    const row = await leasedAlone(opened());

    const marked = await opened().store.markDelivered(row, 'activity-7', AT);

    expect(marked).to.equal(true);
    expect(await opened().kept('a1')).to.deep.equal({ state: 'delivered', receipt: 'activity-7', payload: '{}' });
  });

  it('keeps what was in a row that was given up', async () => {
    const row = await leasedAlone(opened());

    const buried = await opened().store.bury(row, AT);

    expect(buried).to.equal(true);
    expect(await opened().kept('a1')).to.deep.equal({
      state: 'dead',
      receipt: null,
      payload: '{"id":"a1"}',
    });
  });

  for (const end of ['markDelivered', 'bury'] as const) {
    it(`goes on with the row behind after ${end}`, async () => {
      await opened().add(rowsOf('a1', 'a2'), AT);
      const row = theOne(await opened().store.lease(leaseRequest()));

      await ended(opened().store, end, row);

      expect(idsOf(await opened().store.lease(leaseRequest()))).to.deep.equal(['a2']);
    });
  }
}

function losesLeases(opened: () => OpenOutbox): void {
  it('gives a row whose lease has run out to others, as one that may be a repeat', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    await opened().store.lease(leaseRequest({ until: after(60_000) }));

    const early = await opened().store.lease(leaseRequest({ now: after(59_999), lease: 'another' }));
    const leased = await opened().store.lease(
      leaseRequest({ now: after(60_000), until: after(120_000), lease: 'another' }),
    );

    expect(early).to.deep.equal([]);
    expect(idsOf(leased)).to.deep.equal(['a1']);
    expect(theOne(leased)).to.include({ attempt: 2, unheard: 1, mayBeRepeat: true, lease: 'another' });
  });

  it('counts the attempts of which nothing was heard until one is', async () => {
    await opened().add(rowsOf('a1'), AT);
    for (let times = 0; times < 3; times++) await opened().store.lease(leaseRequest({ until: AT }));

    const row = theOne(await opened().store.lease(leaseRequest({ lease: 'heard of' })));
    await opened().store.putBack(row, { dueAt: AT, mayBeRepeat: true });
    const next = theOne(await opened().store.lease(leaseRequest()));

    expect([row, next].map(({ attempt, unheard, failures }) => ({ attempt, unheard, failures }))).to.deep.equal([
      { attempt: 4, unheard: 3, failures: 0 },
      { attempt: 5, unheard: 0, failures: 1 },
    ]);
  });

  it('holds a row that is renewed in time', async () => {
    const row = await leasedAlone(opened());

    const renewed = await opened().store.renew(row, after(120_000));

    const early = await opened().store.lease(leaseRequest({ now: after(119_999), lease: 'another' }));
    const late = await opened().store.lease(leaseRequest({ now: after(120_000), lease: 'another' }));
    expect(renewed).to.equal(true);
    expect([idsOf(early), idsOf(late)]).to.deep.equal([[], ['a1']]);
  });

  it('counts no attempt, and no repeat, for a row that was renewed', async () => {
    const row = await leasedAlone(opened());
    await opened().store.renew(row, after(120_000));

    await opened().store.putBack(row, { dueAt: AT, mayBeRepeat: false });

    expect(theOne(await opened().store.lease(leaseRequest()))).to.include({ attempt: 2, mayBeRepeat: false });
  });

  for (const end of ['renew', 'markDelivered', 'putBack', 'bury'] as const) {
    it(`changes nothing by ${end} once the lease has gone to another`, async () => {
      const row = await leasedAlone(opened());
      const later = { now: after(60_000), until: after(120_000), lease: 'another' };
      const [taken] = await opened().store.lease(leaseRequest(later));

      const changed = await ended(opened().store, end, row);

      expect(changed).to.equal(false);
      expect(await opened().kept('a1')).to.include({ state: 'waiting', receipt: null });
      expect(await opened().store.markDelivered(taken ?? row, 'by another', AT)).to.equal(true);
    });

    it(`changes nothing by ${end} a second time`, async () => {
      const row = await leasedAlone(opened());
      await opened().store.markDelivered(row, 'first', AT);

      const changed = await ended(opened().store, end, row);

      expect(changed).to.equal(false);
      expect(await opened().kept('a1')).to.include({ state: 'delivered', receipt: 'first' });
    });
  }
}

function tellsHowItStands(opened: () => OpenOutbox): void {
  it('has nothing due where nothing waits', async () => {
    const due = await opened().store.nextDue();

    expect(due).to.equal(null);
  });

  it('says when the first row of a queue is due, whatever is due behind it', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    await opened().add(rowsOf('b1'), AT);
    const [a1, b1] = await opened().store.lease(leaseRequest());
    if (a1) await opened().store.putBack(a1, { dueAt: after(5_000), mayBeRepeat: false });
    if (b1) await opened().store.putBack(b1, { dueAt: after(6_000), mayBeRepeat: false });

    const due = await opened().store.nextDue();

    expect(due).to.deep.equal(after(5_000));
  });

  it('says when a lease runs out, if that is what there is to wait for', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);
    await opened().store.lease(leaseRequest({ until: after(60_000) }));

    const due = await opened().store.nextDue();

    expect(due).to.deep.equal(after(60_000));
  });

  it('counts what waits, since when, and what was given up', async () => {
    await opened().add(rowsOf('a1', 'b1', 'c1'), AT);
    await opened().add(rowsOf('a2', 'd1'), after(1_000));
    const [first, second] = await opened().store.lease(leaseRequest());
    if (first) await opened().store.markDelivered(first, 'x', AT);
    if (second) await opened().store.bury(second, AT);

    const figures = await opened().store.figures();

    expect(figures).to.deep.equal({ waiting: 3, oldest: AT, dead: 1 });
  });

  it('counts nothing in an empty outbox', async () => {
    const figures = await opened().store.figures();

    expect(figures).to.deep.equal({ waiting: 0, oldest: null, dead: 0 });
  });
}

async function leasedAlone({ add, store }: OpenOutbox): Promise<LeasedRow> {
  await add(rowsOf('a1'), AT);
  return theOne(await store.lease(leaseRequest()));
}

function ended(
  store: OutboxStore,
  end: 'renew' | 'markDelivered' | 'putBack' | 'bury',
  row: LeasedRow,
): Promise<boolean> {
  switch (end) {
    case 'renew':
      return store.renew(row, after(600_000));
    case 'markDelivered':
      return store.markDelivered(row, 'late', AT);
    case 'putBack':
      return store.putBack(row, { dueAt: AT, mayBeRepeat: false });
    case 'bury':
      return store.bury(row, AT);
  }
}
