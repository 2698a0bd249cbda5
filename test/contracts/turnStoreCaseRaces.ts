import { expect } from 'chai';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { CaseWrite } from '../../src/helpdesk/cases/caseStore.ts';
import { createCaseStore } from '../../src/storage/caseStore.ts';
import type { TurnStore } from '../../src/turn/turnStore.ts';
import { ANA, BEN, caseOf, claimBy, deskTurn, entryOf, nextOf, writeOf } from './caseSamples.ts';
import { open } from './turnStoreCases.ts';
import type { OpenStore } from './turnStoreContract.ts';
import { AT, changesOf, stateOf, webKeys } from './turnStoreSamples.ts';

/** The part of the contract where two processes are at one case. */
export function racesForCases(opened: () => OpenStore): void {
  let other: OpenStore;

  describe('from two processes at once', () => {
    beforeEach(async () => {
      other = await opened().again();
    });

    afterEach(() => other.close());

    givesToOne(opened, () => other);
    waitsForNobody(opened, () => other);
  });
}

function givesToOne(opened: () => OpenStore, other: () => OpenStore): void {
  it('give a case to one of two who claim it', async () => {
    const before = await open(opened(), caseOf('ann'));
    const claim = (by: typeof ANA, id: string) =>
      deskTurn(
        id,
        writeOf(nextOf(before, { status: 'claimed', claim: claimBy(by) }), {
          before,
          entries: [entryOf(before, id, { kind: 'claimed' }, { kind: 'agent', agent: by })],
        }),
      );

    const outcomes = await Promise.all([
      opened().store.commit(claim(ANA, 'ana')),
      other().store.commit(claim(BEN, 'ben')),
    ]);

    expect(outcomes.toSorted()).to.deep.equal(['committed', 'conflict']);
    const winner = outcomes[0] === 'committed' ? ANA : BEN;
    const { live } = await opened().store.load(webKeys('ann', 'x'));
    expect([live?.revision, live?.claim?.by]).to.deep.equal([2, winner]);
    expect(await createCaseStore(opened().db).entries('UN-ann')).to.have.lengthOf(2);
  });

  it('open one case in a conversation', async () => {
    const first = caseOf('ann', { id: 'UN-1' });
    const second = caseOf('ann', { id: 'UN-2' });

    // Of two conversations in the turns' eyes, so that nothing but the case decides.
    const outcomes = await Promise.all([
      opened().store.commit(changesOf('here', { cases: [writeOf(first)] })),
      other().store.commit(changesOf('there', { cases: [writeOf(second)] })),
    ]);

    expect(outcomes.toSorted()).to.deep.equal(['committed', 'conflict']);
    expect(await opened().db.selectFrom('cases').select('id').execute()).to.have.lengthOf(1);
  });

  it('have one case of a conversation reopened, where two are', async () => {
    const closed: Case[] = [];
    for (const id of ['UN-1', 'UN-2']) {
      const of = caseOf('ann', { id, status: 'closed', closed: { at: AT.toISOString(), how: 'silence' } });
      await opened().store.commit(deskTurn(id, writeOf(of)));
      closed.push(of);
    }
    const reopen = (at: 0 | 1) => {
      const before = closed[at] ?? caseOf('ann');
      return deskTurn(`reopen ${at}`, writeOf(nextOf(before, { status: 'waiting', closed: null }), { before }));
    };

    const outcomes = await Promise.all([opened().store.commit(reopen(0)), other().store.commit(reopen(1))]);

    expect(outcomes.toSorted()).to.deep.equal(['committed', 'conflict']);
    const rows = await opened().db.selectFrom('cases').select('status').execute();
    expect(rows.map(({ status }) => status).sort()).to.deep.equal(['closed', 'waiting']);
  });
}

function waitsForNobody(opened: () => OpenStore, other: () => OpenStore): void {
  it('lose nothing where two cases are changed together, named in either order', async () => {
    for (const name of ['ann', 'bob']) await open(opened(), caseOf(name));
    const rounds = Array.from({ length: 10 }, (_, i) => i);

    const outcomes = await Promise.all(
      rounds.flatMap((i) => [
        untilKept(opened().store, `here ${i}`, ['ann', 'bob']),
        untilKept(other().store, `there ${i}`, ['bob', 'ann']),
      ]),
    );

    expect(new Set(outcomes)).to.deep.equal(new Set(['committed']));
    for (const name of ['ann', 'bob']) {
      expect((await opened().store.load(webKeys(name, 'x'))).live?.revision).to.equal(21);
      expect(await createCaseStore(opened().db).entries(`UN-${name}`)).to.have.lengthOf(21);
    }
  });

  it('lose nothing where the desk and the person are at one case', async () => {
    await open(opened(), caseOf('ann'));
    const rounds = Array.from({ length: 10 }, (_, i) => i);

    await Promise.all(
      rounds.flatMap((i) => [untilKept(opened().store, `desk ${i}`, ['ann']), untilSaid(other().store, `person ${i}`)]),
    );

    const { live, version } = await opened().store.load(webKeys('ann', 'x'));
    expect([live?.revision, version]).to.deep.equal([21, 11]);
    const rows = await opened().db.selectFrom('outbox').select(['queue', 'seq']).orderBy('seq').execute();
    for (const queue of ['a', 'b']) {
      const numbers = rows.filter((row) => row.queue === queue).map(({ seq }) => seq);
      expect(numbers).to.deep.equal(Array.from({ length: 20 }, (_, i) => i + 1));
    }
  });
}

/** As a turn that loses does: begins anew from what is there then. */
async function untilKept(store: TurnStore, id: string, names: readonly string[]): Promise<string> {
  for (;;) {
    const writes: CaseWrite[] = [];
    for (const name of names) writes.push(await noteOn(store, name, id));
    const changes = { ...deskTurn(id, ...writes), outbox: [rowOf(id, 'a'), rowOf(id, 'b')] };
    const outcome = await store.commit(changes);
    if (outcome === 'committed') return outcome;
  }
}

async function untilSaid(store: TurnStore, id: string): Promise<string> {
  for (;;) {
    const { version } = await store.load(webKeys('ann', id));
    const changes = { keys: webKeys('ann', id), version, state: stateOf(1), cases: [await noteOn(store, 'ann', id)] };
    const outcome = await store.commit(changesOf('ann', { ...changes, outbox: [rowOf(id, 'b'), rowOf(id, 'a')] }));
    if (outcome === 'committed') return outcome;
  }
}

async function noteOn(store: TurnStore, name: string, id: string): Promise<CaseWrite> {
  const { live } = await store.load(webKeys(name, 'x'));
  const before = live ?? caseOf(name);
  const by = [{ kind: 'person' }, { kind: 'agent', agent: ANA }, { kind: 'agent', agent: BEN }] as const;
  const entries = by.slice(id.length % 2, (id.length % 2) + 1);
  return writeOf(nextOf(before), {
    before,
    entries: entries.map((who) => entryOf(before, `${id} ${name}`, { kind: 'note', text: '' }, who)),
  });
}

function rowOf(id: string, queue: string) {
  return { id: `${id} ${queue}`, queue, person: null, payload: {} };
}
