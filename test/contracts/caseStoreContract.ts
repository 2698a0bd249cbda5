import { expect } from 'chai';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { CaseStore } from '../../src/helpdesk/cases/caseStore.ts';
import { createCaseStore } from '../../src/storage/caseStore.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import type { TurnStore } from '../../src/turn/turnStore.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { countsCases } from './caseFiguresContract.ts';
import { ANA, caseOf, claimBy, deskTurn, entryOf, later, laterIso, nextOf, writeOf } from './caseSamples.ts';
import { AT, rejectionOf } from './turnStoreSamples.ts';

/** What is given to parts of the contract. */
export interface GivenCases {
  readonly opened: OpenDatabase;
  readonly cases: CaseStore;
  readonly store: TurnStore;
  /** Writes a case as it is, with the time at which it is, in minutes. */
  readonly write: (of: Case, minute?: number, dueMinute?: number) => Promise<void>;
}

/** What is read of cases on every database. `open` gives an empty one each time. */
export function caseStoreContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`cases kept in ${name}`, () => {
    let given: GivenCases;

    beforeEach(async () => {
      const opened = await open();
      const store = createTurnStore(opened.db, { onCorrupt: () => undefined });
      const write: GivenCases['write'] = async (of, minute = 0, dueMinute) => {
        const dueAt = dueMinute === undefined ? null : later(dueMinute);
        const changes = { ...deskTurn(null, writeOf(of, { from: of.revision - 1, dueAt })), at: later(minute) };
        expect(await store.commit(changes)).to.equal('committed');
      };
      given = { opened, store, write, cases: createCaseStore(opened.db) };
    });

    afterEach(() => given.opened.close());

    readsCases(() => given);
    listsCases(() => given);
    tellsOfTime(() => given);
    countsCases(() => given);
  });
}

function readsCases(given: () => GivenCases): void {
  it('are read as they were written', async () => {
    const { cases, write } = given();
    const of = caseOf('ann', { text: 'ä 😀 "\\ \n', claim: claimBy(ANA), status: 'claimed', added: ['more'] });
    await write(of);

    expect(await cases.get('UN-ann')).to.deep.equal(of);
    expect(await cases.get('UN-bob')).to.equal(null);
  });

  it('are found by their conversation while they aren’t closed', async () => {
    const { cases, write } = given();
    const over = caseOf('ann', { status: 'closed', closed: { at: laterIso(0), how: 'withdrawn' } });
    const { conversation } = over.requester;
    await write(over);

    expect(await cases.openIn(conversation)).to.equal(null);
    const open = caseOf('bob', { requester: over.requester });
    await write(open);
    expect(await cases.openIn(conversation)).to.deep.equal(open);
    expect(await cases.openIn(`${conversation}x`)).to.equal(null);
  });

  it('have their trail read in its order', async () => {
    const { cases, store } = given();
    const of = caseOf('ann');
    const entries = [
      entryOf(of, 'z', { kind: 'opened' }),
      entryOf(of, 'a', { kind: 'reply', text: 'hello' }, { kind: 'agent', agent: ANA }),
      entryOf(of, 'm', { kind: 'delivered', entry: 'a' }, { kind: 'system' }),
    ];
    await store.commit(deskTurn('a', writeOf(of, { entries })));

    expect(await cases.entries('UN-ann')).to.deep.equal(entries);
    expect(await cases.entries('UN-bob')).to.deep.equal([]);
  });

  it('are left out where they can’t be read', async () => {
    const { opened, cases, write } = given();
    for (const name of ['ann', 'bob']) await write(caseOf(name));
    await opened.db.updateTable('cases').set({ data: '[' }).where('id', '=', 'UN-ann').execute();

    expect(await cases.get('UN-ann')).to.equal(null);
    expect(idsOf(await cases.open('first', 10))).to.deep.equal(['UN-bob']);
  });

  it('tell of a fault of the database', async () => {
    const { opened, cases } = given();
    await opened.db.schema.dropTable('cases').execute();

    const faults = await Promise.all([
      rejectionOf(cases.get('x')),
      rejectionOf(cases.open('first', 1)),
      rejectionOf(cases.due(AT, 1)),
      rejectionOf(cases.figures(AT)),
    ]);

    expect(faults.map((fault) => fault?.code)).to.deep.equal(faults.map(() => 'storage-failed'));
  });
}

function listsCases(given: () => GivenCases): void {
  it('are listed of a person, newest first', async () => {
    const { cases, write } = given();
    const closed = { status: 'closed', closed: { at: laterIso(9), how: 'silence' } } as const;
    await write(caseOf('ann', { id: 'UN-1', openedAt: laterIso(1), ...closed }));
    await write(caseOf('ann', { id: 'UN-3', openedAt: laterIso(3) }));
    await write(caseOf('ann', { id: 'UN-2', openedAt: laterIso(2), ...closed }));
    await write(caseOf('anna', { id: 'UN-4', openedAt: laterIso(4) }));

    expect(idsOf(await cases.ofPerson('web:ann', 10))).to.deep.equal(['UN-3', 'UN-2', 'UN-1']);
    expect(idsOf(await cases.ofPerson('web:ann', 2))).to.deep.equal(['UN-3', 'UN-2']);
  });

  it('are listed while they are open, those first that nobody has, then the oldest first', async () => {
    const { cases, write } = given();
    const had = { status: 'claimed', claim: claimBy(ANA) } as const;
    await write(caseOf('a', { openedAt: laterIso(1), ...had }));
    await write(caseOf('b', { openedAt: laterIso(5) }));
    await write(caseOf('c', { openedAt: laterIso(3) }));
    await write(caseOf('d', { openedAt: laterIso(2), ...had, status: 'solved' }));
    await write(caseOf('e', { status: 'closed', closed: { at: laterIso(1), how: 'confirmed' } }));
    await write(caseOf('f', { line: 'next' }));

    expect(idsOf(await cases.open('first', 10))).to.deep.equal(['UN-c', 'UN-b', 'UN-a', 'UN-d']);
    expect(idsOf(await cases.openIds('first'))).to.deep.equal(['UN-c', 'UN-b', 'UN-a', 'UN-d']);
    expect(await cases.openIds('next')).to.deep.equal([{ id: 'UN-f', person: 'web:f' }]);
    expect(idsOf(await cases.open('first', 1))).to.deep.equal(['UN-c']);
    expect(idsOf(await cases.open('next', 10))).to.deep.equal(['UN-f']);
  });

  it('are listed once they are closed, newest first', async () => {
    const { cases, write } = given();
    for (const [name, minute] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
    ] as const) {
      await write(caseOf(name, { status: 'closed', closed: { at: laterIso(minute), how: 'silence' } }));
    }
    await write(caseOf('d'));

    expect(idsOf(await cases.closed('first', 10))).to.deep.equal(['UN-b', 'UN-c', 'UN-a']);
    expect(idsOf(await cases.closed('first', 1))).to.deep.equal(['UN-b']);
    expect(await cases.closed('next', 10)).to.deep.equal([]);
  });

  it('are open again once they were reopened', async () => {
    const { cases, write } = given();
    const closed = caseOf('a', { status: 'closed', closed: { at: laterIso(1), how: 'silence' } });
    await write(closed);
    await write(nextOf(closed, { status: 'waiting', closed: null }));

    expect(idsOf(await cases.open('first', 10))).to.deep.equal(['UN-a']);
    expect(await cases.closed('first', 10)).to.deep.equal([]);
  });
}

function tellsOfTime(given: () => GivenCases): void {
  it('are due once their time is up, longest first', async () => {
    const { cases, write } = given();
    for (const [name, due] of [
      ['a', 5],
      ['b', 3],
      ['c', 9],
      ['d', undefined],
    ] as const) {
      await write(caseOf(name), 0, due);
    }

    expect(await cases.nextDue()).to.deep.equal(later(3));
    expect(await cases.due(later(2), 10)).to.deep.equal([]);
    expect(await cases.due(later(5), 10)).to.deep.equal(['UN-b', 'UN-a']);
    expect(await cases.due(later(99), 2)).to.deep.equal(['UN-b', 'UN-a']);
  });

  it('are never due without a time', async () => {
    const { cases, write } = given();
    const before = caseOf('a');
    await write(before, 0, 5);
    await write(nextOf(before));

    expect([await cases.nextDue(), await cases.due(later(99), 10)]).to.deep.equal([null, []]);
  });

  it('are told of when they were changed since, then with the revision that they have', async () => {
    const { cases, write } = given();
    const before = caseOf('a');
    await write(before, 1);
    await write(caseOf('b'), 2);
    await write(nextOf(before), 3);

    expect(await cases.changedSince(later(2), 10)).to.deep.equal([
      { case: 'UN-b', revision: 1 },
      { case: 'UN-a', revision: 2 },
    ]);
    expect(await cases.changedSince(later(2), 1)).to.deep.equal([{ case: 'UN-b', revision: 1 }]);
    expect(await cases.changedSince(later(4), 10)).to.deep.equal([]);
  });
}

function idsOf(cases: readonly Pick<Case, 'id'>[]): readonly string[] {
  return cases.map(({ id }) => id);
}
