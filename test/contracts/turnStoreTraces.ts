import { expect } from 'chai';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { createFileStore } from '../../src/storage/fileStore.ts';
import { ANA, BEN, caseOf, claimBy, deskTurn, entryOf, nextOf, writeOf } from './caseSamples.ts';
import { storeFile } from './fileSamples.ts';
import { open } from './turnStoreCases.ts';
import type { OpenStore } from './turnStoreContract.ts';
import { AT } from './turnStoreSamples.ts';

/** The part of the contract about what goes with a changed case: its line in the audit, and its files. */
export function keepsTraces(opened: () => OpenStore): void {
  describe('that change a case', () => {
    audits(opened);
    attachesFiles(opened);
  });
}

function audits(opened: () => OpenStore): void {
  it('add a line to the audit for each entry, with who, what, and how the case stood before and after', async () => {
    const { store } = opened();
    const first = await open(opened(), caseOf('ann'));
    const claimed = nextOf(first, { status: 'claimed', claim: claimBy(ANA) });
    const passed = nextOf(claimed, { claim: claimBy(BEN), line: 'next' });

    await store.commit(deskTurn('claim', claim(first, claimed)));
    await store.commit(
      deskTurn(
        'pass',
        writeOf(passed, {
          before: claimed,
          entries: [
            entryOf(first, 'e3', { kind: 'assigned', to: BEN }, { kind: 'agent', agent: { ...ANA, via: 'link' } }),
            entryOf(first, 'e4', { kind: 'on-screen' }, { kind: 'system' }),
          ],
        }),
      ),
    );

    const keys = await keysOf(opened());
    const [ann, ana, ben] = ['web:ann', ANA.id, BEN.id].map((person) => keys.get(person));
    const waiting = { status: 'waiting', line: 'first', holder: null };
    const withAna = { status: 'claimed', line: 'first', holder: ana };
    const withBen = { status: 'claimed', line: 'next', holder: ben };
    expect(await linesOf(opened())).to.deep.equal([
      { id: 'UN-ann opened', key: ann, action: 'case-opened', via: null, before: null, after: waiting },
      { id: 'e2', key: ana, action: 'case-claimed', via: 'desk', before: waiting, after: withAna },
      { id: 'e3', key: ana, action: 'case-assigned', via: 'link', before: withAna, after: withBen },
      { id: 'e4', key: null, action: 'case-on-screen', via: null, before: withAna, after: withBen },
    ]);
    expect(new Set([ann, ana, ben]).size).to.equal(3);
  });

  it('put no text and no name into the audit', async () => {
    const { db, store } = opened();
    const first = await open(opened(), caseOf('ann', { text: 'a-secret' }));
    const claimed = nextOf(first, { status: 'claimed', claim: claimBy(ANA) });
    const note = entryOf(first, 'e5', { kind: 'note', text: 'a-secret' }, { kind: 'agent', agent: ANA });

    await store.commit(deskTurn('claim', writeOf(claimed, { before: first, entries: [note] })));

    const lines = JSON.stringify(await db.selectFrom('audit').selectAll().execute());
    expect(lines).to.include('UN-ann');
    for (const word of ['a-secret', 'Ana', 'ana', 'web:ann', 'Luis']) expect(lines).to.not.include(word);
  });

  it('add nothing to it where nothing happened that the trail tells of', async () => {
    const first = await open(opened(), caseOf('ann'));

    await opened().store.commit(deskTurn('shown', writeOf(nextOf(first), { before: first })));

    expect(await linesOf(opened())).to.have.lengthOf(1);
  });
}

function attachesFiles(opened: () => OpenStore): void {
  const FILES: readonly { what: string; file: Parameters<typeof storeFile>[1]; goes: boolean }[] = [
    { what: 'of its person', file: { id: 'f', person: 'web:ann' }, goes: true },
    {
      what: 'that the desk has sent in it',
      file: { id: 'f', person: 'web:ann', from: 'desk', case: 'UN-ann' },
      goes: true,
    },
    { what: 'of another person', file: { id: 'f', person: 'web:bob' }, goes: false },
    { what: 'of another case', file: { id: 'f', person: 'web:ann', case: 'UN-other' }, goes: false },
    { what: 'that isn’t complete', file: { id: 'f', person: 'web:ann', isPartial: true }, goes: false },
  ];
  for (const { what, file, goes } of FILES) {
    it(`${goes ? 'give it' : 'don’t give it'} a file ${what}`, async () => {
      const files = createFileStore(opened().db);
      const first = await open(opened(), caseOf('ann'));
      await storeFile(files, file);

      const outcome = await opened().store.commit(
        deskTurn('file', writeOf(nextOf(first), { before: first, files: ['f', 'unknown'] })),
      );

      expect(outcome).to.equal('committed');
      expect((await files.ofCase('UN-ann')).map(({ id }) => id)).to.deep.equal(goes ? ['f'] : []);
    });
  }
}

function claim(before: Case, next: Case) {
  return writeOf(next, {
    before,
    entries: [entryOf(before, 'e2', { kind: 'claimed' }, { kind: 'agent', agent: ANA })],
  });
}

async function linesOf({ db }: OpenStore): Promise<readonly object[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('id').execute();
  expect(new Set(rows.map(({ at, case_id }) => `${at} ${case_id}`))).to.deep.equal(
    new Set([`${AT.toISOString()} UN-ann`]),
  );
  return rows.map(({ id, person_key: key, action, via, before, after }) => ({
    ...{ id, key, action, via },
    before: before === null ? null : JSON.parse(before),
    after: after === null ? null : JSON.parse(after),
  }));
}

async function keysOf({ db }: OpenStore): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('person_keys').selectAll().execute();
  return new Map(rows.map(({ person, key }) => [person, key]));
}
