import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { createCaseStore } from '../../src/storage/caseStore.ts';
import { createDeskMembers } from '../../src/storage/deskMembers.ts';
import { createDeskPlaces } from '../../src/storage/deskPlaces.ts';
import { createFileStore } from '../../src/storage/fileStore.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { ANA, BEN, caseOf, claimBy, deskTurn, entryOf, nextOf, writeOf } from './caseSamples.ts';
import { storeFile } from './fileSamples.ts';
import type { GivenData } from './personDataContract.ts';
import { ago, everythingIn, NOW, planter } from './plantedRows.ts';
import { changesOf } from './turnStoreSamples.ts';

/** The part of the contract about people at the desk, and about those whose cases it has. */
export function knowsCases(given: GivenData): void {
  exportsCases(given);
  erasesAgents(given);
  erasesBesideTheDesk(given);
}

function exportsCases(given: GivenData): void {
  it('are read with their cases, the trail in its order, and what is known of files, without their bytes', async () => {
    const { opened, data } = given();
    await talk(opened.db);
    await storeFile(createFileStore(opened.db), { id: 'loose', person: 'web:cat' });

    const read = await data.read('web:cat');

    expect(read?.cases.map(({ id, data: of }) => ({ id, of }))).to.deep.equal([
      { id: 'UN-cat', of: await createCaseStore(opened.db).get('UN-cat') },
    ]);
    expect(read?.caseEntries.map(({ seq, data: of }) => ({ seq, of }))).to.deep.equal([
      { seq: 1, of: { by: { kind: 'person' }, event: { kind: 'opened' } } },
      { seq: 2, of: { by: { kind: 'agent', agent: ANA }, event: { kind: 'claimed' } } },
      { seq: 3, of: { by: { kind: 'agent', agent: ANA }, event: { kind: 'assigned', to: BEN } } },
    ]);
    expect(read?.files.map(({ id, name, size }) => ({ id, name, size }))).to.deep.equal([
      { id: 'loose', name: 'screen.png', size: 3 },
    ]);
    expect(read?.auditLines).to.deep.equal([
      { at: entryOf(caseOf('cat'), '', { kind: 'opened' }).at, action: 'case-opened', case_id: 'UN-cat', via: null },
    ]);
  });

  it('are read where they are named in others’ cases, without anything of the others', async () => {
    const { opened, data } = given();
    await talk(opened.db);
    await createDeskPlaces(opened.db, randomUUID).set(
      {
        ...{ line: 'first', key: 'k', channel: 'msteams', reference: {} },
        ...{ setBy: ANA.id, setAt: ago(5), lost: null },
      },
      { by: null, at: NOW },
    );
    await createDeskMembers(opened.db).see({ id: ANA.id, name: ANA.name, account: { id: '29:ana' } }, NOW);

    const [ana, ben] = [await data.read(ANA.id), await data.read(BEN.id)];

    expect(ana?.mentions.map(({ table, of, what }) => `${table} ${of} ${what}`)).to.deep.equal([
      'case_entries UN-cat claimed',
      'case_entries UN-cat assigned',
      'desk_places first set',
    ]);
    expect(ben?.mentions.map(({ table, of, what }) => `${table} ${of} ${what}`)).to.deep.equal([
      'cases UN-cat holder',
      'case_entries UN-cat assigned',
    ]);
    expect(ana?.deskMembers).to.deep.equal([
      { id: ANA.id, name: ANA.name, account: { id: '29:ana' }, seen_at: NOW.toISOString() },
    ]);
    expect(ana?.auditLines.map(({ action, via }) => `${action} ${via}`)).to.deep.equal([
      'case-claimed desk',
      'case-assigned desk',
    ]);
    expect(JSON.stringify(ana)).to.not.include('cat-secret');
  });
}

function erasesAgents(given: GivenData): void {
  for (const agent of [ANA, BEN]) {
    it(`give way to someone at the desk where they were an agent: ${agent.id}`, async () => {
      const { opened, data } = given();
      await talk(opened.db);
      await planter(opened.db).deskSession('hash', ago(-1), 'Ben');
      await createDeskMembers(opened.db).see({ id: agent.id, name: agent.name, account: null }, NOW);
      await createDeskPlaces(opened.db, randomUUID).set(
        {
          ...{ line: 'first', key: 'k', channel: 'msteams', reference: {} },
          ...{ setBy: agent.id, setAt: ago(5), lost: null },
        },
        { by: null, at: NOW },
      );
      const counted = await data.count(agent.id);

      const erased = await data.erase(agent.id, NOW);

      expect(erased).to.deep.equal(counted);
      expect(erased).to.include({ deskMembers: 1, mentions: 3, auditKeys: 1 });
      const everything = await everythingIn(opened.db);
      for (const trace of [agent.id, `"${agent.name}"`]) expect(everything).to.not.include(trace);
      expect(everything).to.include('cat-secret').and.include('someone at the desk');
      expect(await data.count(agent.id)).to.deep.equal({});
    });
  }

  it('are signed out at the desk’s page, however they have written their name there, and nobody else is', async () => {
    const { opened, data } = given();
    const names = ['Änne', 'änne', 'ÄNNE', 'Anne', 'Änne B'];
    for (const name of names) await planter(opened.db).deskSession(`of ${name}`, ago(-1), name);
    const counted = await data.count('page:änne');

    const read = await data.read('page:änne');
    const erased = await data.erase('page:änne', NOW);

    expect([counted, erased]).to.deep.equal([{ deskSessions: 3 }, { deskSessions: 3 }]);
    expect(read?.deskSessions.map(({ name }) => name)).to.have.members(['Änne', 'änne', 'ÄNNE']);
    const left = await opened.db.selectFrom('desk_sessions').select('name').execute();
    expect(left.map(({ name }) => name)).to.have.members(['Anne', 'Änne B']);
  });

  it('leave a case that goes on, with the next revision, and the rest of its trail', async () => {
    const { opened, data } = given();
    await talk(opened.db);
    const cases = createCaseStore(opened.db);
    const before = await cases.get('UN-cat');

    await data.erase(BEN.id, NOW);

    const after = await cases.get('UN-cat');
    const nobody = { id: 'erased', name: 'someone at the desk', via: 'link' } as const;
    expect(after).to.deep.equal({ ...before, revision: 3, claim: { ...before?.claim, by: nobody } });
    expect(await cases.changedSince(NOW, 10)).to.deep.equal([{ case: 'UN-cat', revision: 3 }]);
    expect((await cases.entries('UN-cat')).at(-1)).to.deep.include({
      by: { kind: 'agent', agent: ANA },
      event: { kind: 'assigned', to: nobody },
    });
  });

  it('are not taken for somebody whose id contains theirs', async () => {
    const { opened, data } = given();
    await talk(opened.db);

    const counts = await Promise.all(['teams:t:an', 'page:B', 'page:%', 'teams:t:ana_'].map((id) => data.count(id)));

    expect(counts).to.deep.equal([{}, {}, {}, {}]);
  });
}

function erasesBesideTheDesk(given: GivenData): void {
  it('aren’t written again by a turn of the desk that began before', async () => {
    const { opened, data } = given();
    await talk(opened.db);
    const store = createTurnStore(await opened.again(), { onCorrupt: () => undefined });
    const before = await createCaseStore(opened.db).get('UN-cat');
    const next = nextOf(before ?? caseOf('cat'), { mailedAt: ago(0) });

    await data.erase(BEN.id, NOW);
    const outcome = await store.commit(deskTurn('late', writeOf(next, { before })));

    expect(outcome).to.equal('conflict');
    expect(await everythingIn(opened.db)).to.not.include(BEN.id);
  });

  it('are erased with their case beside a turn of the desk, which finds no case any more', async () => {
    const { opened, data } = given();
    await talk(opened.db);
    const before = await createCaseStore(opened.db).get('UN-cat');
    const store = createTurnStore(await opened.again(), { onCorrupt: () => undefined });
    const entries = [entryOf(caseOf('cat'), 'late', { kind: 'note', text: 'cat-secret' })];
    const late = deskTurn('late', writeOf(nextOf(before ?? caseOf('cat')), { before, entries }));

    const [, outcome] = await Promise.all([data.erase('web:cat', NOW), store.commit(late)]);

    expect(['committed', 'conflict']).to.include(outcome);
    expect(await everythingIn(opened.db)).to.not.include('cat-secret');
    expect(await data.count('web:cat')).to.deep.equal({});
  });
}

/** Cat has a case, which Ana claims and gives to Ben. */
async function talk(db: Parameters<typeof createTurnStore>[0]): Promise<void> {
  const store = createTurnStore(db, { onCorrupt: () => undefined });
  const of = caseOf('cat', { text: 'cat-secret' });
  const opened = writeOf(of, { entries: [entryOf(of, 'e1', { kind: 'opened' })] });
  await store.commit(changesOf('cat', { cases: [opened] }));
  const by = { kind: 'agent', agent: ANA } as const;
  const entries = [entryOf(of, 'e2', { kind: 'claimed' }, by), entryOf(of, 'e3', { kind: 'assigned', to: BEN }, by)];
  const next = nextOf(of, { status: 'claimed', hears: 'agent', claim: claimBy(BEN) });
  expect(await store.commit(deskTurn('claim', writeOf(next, { before: of, entries })))).to.equal('committed');
}
