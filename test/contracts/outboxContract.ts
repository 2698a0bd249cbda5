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
    putsRowsBehind(() => opened);
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

    expect(leased).to.deep.equal([{ ...row, since: AT, attempt: 1, unheard: 0, mayBeRepeat: false, lease: 'lease' }]);
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
    expect(due).to.deep.equal([{ ...row, attempt: 2 }]);
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

function putsRowsBehind(opened: () => OpenOutbox): void {
  const behind = (row: string, ...ids: readonly string[]) => rowsOf(...ids).map((each) => ({ ...each, behind: row }));
  /** In which order all that waits is delivered. */
  const order = async (): Promise<string[]> => {
    const { store } = opened();
    const ids: string[] = [];
    for (;;) {
      const [row] = await store.lease(leaseRequest({ now: after(60_000), until: after(120_000), limit: 1 }));
      if (row === undefined) return ids;
      ids.push(row.id);
      await store.markDelivered(row, '', AT);
    }
  };

  it('leases rows after the one that they come behind, before all others that wait in its queue', async () => {
    await opened().add(rowsOf('a1', 'a2', 'b1', 'a3', 'b2'), AT);
    await opened().store.lease(leaseRequest());

    await opened().add(behind('a1', 'a8', 'a9'), AT);
    await opened().add(rowsOf('a4'), AT);

    expect(await opened().store.lease(leaseRequest({ lease: 'another' }))).to.deep.equal([]);
    const delivered = await order();
    const ofQueue = (queue: string) => delivered.filter((id) => id.startsWith(queue));
    expect(ofQueue('a')).to.deep.equal(['a1', 'a8', 'a9', 'a2', 'a3', 'a4']);
    expect(ofQueue('b')).to.deep.equal(['b1', 'b2']);
  });

  it('leases those first that came behind it last', async () => {
    await opened().add(rowsOf('a1', 'a2', 'a3'), AT);

    await opened().add(behind('a1', 'a8'), AT);
    await opened().add(behind('a1', 'a9'), AT);

    expect(await order()).to.deep.equal(['a1', 'a9', 'a8', 'a2', 'a3']);
  });

  it('leases rows last where what they come behind isn’t there', async () => {
    await opened().add(rowsOf('a1', 'a2'), AT);

    await opened().add(behind('a0', 'a8'), AT);

    expect(await order()).to.deep.equal(['a1', 'a2', 'a8']);
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

    expect([row, next].map(({ attempt, unheard }) => ({ attempt, unheard }))).to.deep.equal([
      { attempt: 4, unheard: 3 },
      { attempt: 5, unheard: 0 },
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
