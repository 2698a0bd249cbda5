import { expect } from 'chai';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { ANA, caseOf, claimBy, deskTurn, entryOf, nextOf, writeOf } from './caseSamples.ts';
import type { OpenStore } from './turnStoreContract.ts';
import { AT, changesOf, rejectionOf, stateOf, webKeys } from './turnStoreSamples.ts';

/** The part of the contract about cases: written with the turn that changes them, or not at all. */
export function keepsCases(opened: () => OpenStore): void {
  describe('with cases', () => {
    findsLive(opened);
    refusesCases(opened);
    runsForTheDesk(opened);
  });
}

/** Has a case opened by a turn of its person. */
export async function open({ store }: Pick<OpenStore, 'store'>, of: Case): Promise<Case> {
  const session = of.requester.person.replace('web:', '');
  const outcome = await store.commit(
    changesOf(session, { cases: [writeOf(of, { entries: [entryOf(of, `${of.id} opened`, { kind: 'opened' })] })] }),
  );
  expect(outcome).to.equal('committed');
  return of;
}

function findsLive(opened: () => OpenStore): void {
  it('begin with the case of their conversation that isn’t closed', async () => {
    const { store } = opened();
    const of = await open(opened(), caseOf('ann'));
    await open(opened(), caseOf('bob'));

    const { live } = await store.load(webKeys('ann', 'next'));

    expect(live).to.deep.equal(of);
  });

  it('begin without one once it is closed, and can open another', async () => {
    const { store } = opened();
    const before = await open(opened(), caseOf('ann'));
    const closed = nextOf(before, { status: 'closed', closed: { at: AT.toISOString(), how: 'withdrawn' } });
    await store.commit(deskTurn('close', writeOf(closed, { before })));

    const { live } = await store.load(webKeys('ann', 'next'));
    const another = caseOf('ann', { id: 'UN-other' });
    const outcome = await store.commit(
      changesOf('ann', { keys: webKeys('ann', 'next'), version: 1, cases: [writeOf(another)] }),
    );

    expect([live, outcome]).to.deep.equal([null, 'committed']);
    expect((await store.load(webKeys('ann', 'third'))).live).to.deep.equal(another);
  });

  it('keep the trail in its order, over several commits', async () => {
    const { db, store } = opened();
    const before = await open(opened(), caseOf('ann'));
    const entries = [
      entryOf(before, 'z', { kind: 'claimed' }, { kind: 'agent', agent: ANA }),
      entryOf(before, 'a', { kind: 'note', text: 'hm 😀' }, { kind: 'agent', agent: ANA }),
    ];

    await store.commit(deskTurn('claim', writeOf(nextOf(before), { before, entries })));

    const rows = await db.selectFrom('case_entries').select(['seq', 'id', 'data']).orderBy('seq').execute();
    expect(rows.map(({ seq, id }) => `${seq} ${id}`)).to.deep.equal(['1 UN-ann opened', '2 z', '3 a']);
    expect(JSON.parse(rows[2]?.data ?? '')).to.deep.equal({
      by: { kind: 'agent', agent: ANA },
      event: { kind: 'note', text: 'hm 😀' },
    });
  });

  it('begin as if there were no case where it can’t be read, and say so', async () => {
    const { db, store, corrupt } = opened();
    await open(opened(), caseOf('ann'));
    await db.updateTable('cases').set({ data: '{"id":' }).execute();

    const loaded = await store.load(webKeys('ann', 'next'));

    expect(loaded).to.deep.include({ version: 1, state: stateOf(1), live: null });
    expect(corrupt).to.deep.equal([webKeys('ann', 'next')]);
  });
}

function refusesCases(opened: () => OpenStore): void {
  const newcomer = (id: string, session: string) => caseOf(session, { id });
  for (const { what, second } of [
    { what: 'the id of another case', second: newcomer('UN-ann', 'bob') },
    { what: 'a second case in a conversation that has one', second: newcomer('UN-other', 'ann') },
  ]) {
    it(`write nothing of a turn with ${what}`, async () => {
      const first = await open(opened(), caseOf('ann'));

      const outcome = await opened().store.commit(
        changesOf('carl', { greeted: true, messages: [{ n: 1 }], cases: [writeOf(second)], outbox: [desk('a')] }),
      );

      expect(outcome).to.equal('conflict');
      await expectOnly(opened(), first);
    });
  }

  for (const from of [0, 2]) {
    it(`write nothing from revision ${from} of a case that is at 1`, async () => {
      const first = await open(opened(), caseOf('ann'));
      const next = nextOf(first, { revision: from + 1, text: 'late' });
      const entries = [entryOf(first, 'late', { kind: 'stuck' })];

      const outcome = await opened().store.commit(
        changesOf('carl', {
          ...{ greeted: true, messages: [{ n: 1 }], outbox: [desk('a')] },
          cases: [writeOf(next, { from, before: first, entries })],
        }),
      );

      expect(outcome).to.equal('conflict');
      await expectOnly(opened(), first);
    });
  }

  it('write nothing of one case when another of the same turn has moved on', async () => {
    const [ann, bob] = [await open(opened(), caseOf('ann')), await open(opened(), caseOf('bob'))];
    await opened().store.commit(deskTurn('first', writeOf(nextOf(bob), { before: bob })));

    const outcome = await opened().store.commit(
      deskTurn('second', writeOf(nextOf(ann), { before: ann }), writeOf(nextOf(bob), { before: bob })),
    );

    expect(outcome).to.equal('conflict');
    expect((await opened().store.load(webKeys('ann', 'x'))).live).to.deep.equal(ann);
  });

  it('don’t open a closed case again beside one that isn’t', async () => {
    const { store } = opened();
    const before = await open(opened(), caseOf('ann'));
    const closed = nextOf(before, { status: 'closed', closed: { at: AT.toISOString(), how: 'silence' } });
    await store.commit(deskTurn('close', writeOf(closed, { before })));
    const second = caseOf('ann', { id: 'UN-second' });
    await store.commit(changesOf('ann', { keys: webKeys('ann', 'b'), version: 1, cases: [writeOf(second)] }));

    const reopened = nextOf(closed, { status: 'waiting', closed: null });
    const outcome = await store.commit(deskTurn('reopen', writeOf(reopened, { before: closed })));

    expect(outcome).to.equal('conflict');
    expect((await store.load(webKeys('ann', 'x'))).live).to.deep.equal(second);
  });

  it('are refused with a case whose revision stays as it was', async () => {
    const before = await open(opened(), caseOf('ann'));

    const fault = await rejectionOf(opened().store.commit(deskTurn('a', writeOf(before, { before }))));

    expect(fault).to.include({ code: 'unexpected' });
  });

  it('write nothing when the trail can’t be written', async () => {
    const before = await open(opened(), caseOf('ann'));
    const entries = [entryOf(before, 'UN-ann opened', { kind: 'stuck' })];

    const fault = await rejectionOf(opened().store.commit(deskTurn('a', writeOf(nextOf(before), { before, entries }))));

    expect(fault).to.include({ code: 'storage-failed' });
    await expectOnly(opened(), before);
  });
}

function runsForTheDesk(opened: () => OpenStore): void {
  it('touch no conversation where they are none’s', async () => {
    const { db, store } = opened();
    const before = await open(opened(), caseOf('ann'));
    const [was] = await db.selectFrom('conversations').selectAll().execute();
    const keys = { ...webKeys('ann', 'claim'), person: ANA.id };

    const outcome = await store.commit({
      ...deskTurn('claim', writeOf(nextOf(before, { status: 'claimed', claim: claimBy(ANA) }), { before })),
      ...{ keys, version: 17 },
    });

    expect(outcome).to.equal('committed');
    expect(await db.selectFrom('conversations').selectAll().execute()).to.deep.equal([was]);
    expect(await store.load(keys)).to.deep.include({ version: 1, state: stateOf(1), seen: true });
  });

  it('are dealt with once, by their delivery', async () => {
    const before = await open(opened(), caseOf('ann'));
    const first = deskTurn('claim', writeOf(nextOf(before), { before }));

    const outcomes = [
      await opened().store.commit(first),
      await opened().store.commit({ ...first, cases: [writeOf(nextOf(nextOf(before)), { before: nextOf(before) })] }),
    ];

    expect(outcomes).to.deep.equal(['committed', 'conflict']);
  });

  for (const delivery of ['tick', null]) {
    it(`are a conflict when their commit comes again, ${delivery === null ? 'without' : 'with'} a delivery`, async () => {
      const before = await open(opened(), caseOf('ann'));
      const entries = [entryOf(before, 'r', { kind: 'repeated', minutes: 15 }, { kind: 'system' })];
      const changes = {
        ...deskTurn(delivery, writeOf(nextOf(before), { before, entries })),
        outbox: [desk('a')],
      };

      const outcomes = [await opened().store.commit(changes), await opened().store.commit(changes)];

      expect(outcomes).to.deep.equal(['committed', 'conflict']);
      expect(await countOf(opened(), 'case_entries')).to.equal(2);
    });
  }

  it('leave to the outbox what they would of a conversation', async () => {
    const { db, store } = opened();

    const outcome = await store.commit({ ...deskTurn('list'), outbox: [desk('a'), desk('b')] });

    expect(outcome).to.equal('committed');
    expect((await db.selectFrom('outbox').select('id').orderBy('seq').execute()).map(({ id }) => id)).to.deep.equal([
      'a',
      'b',
    ]);
  });
}

function desk(id: string) {
  return { id, queue: 'desk', person: null, payload: {} };
}

/** This case as it was, one entry, one conversation, and nothing else. */
async function expectOnly(opened: OpenStore, of: Case): Promise<void> {
  expect((await opened.store.load(webKeys(of.requester.person.replace('web:', ''), 'x'))).live).to.deep.equal(of);
  const tables = ['cases', 'case_entries', 'audit', 'conversations', 'deliveries', 'people', 'outbox'] as const;
  const counts = await Promise.all(tables.map((table) => countOf(opened, table)));
  expect(counts).to.deep.equal([1, 1, 1, 1, 1, 0, 0]);
}

type Table = 'cases' | 'case_entries' | 'audit' | 'conversations' | 'deliveries' | 'people' | 'outbox';

async function countOf({ db }: OpenStore, table: Table): Promise<number> {
  return (await db.selectFrom(table).selectAll().execute()).length;
}
