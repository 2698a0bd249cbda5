import { expect } from 'chai';
import { createCaseStore } from '../../src/storage/caseStore.ts';
import { createFileStore } from '../../src/storage/fileStore.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { deskTurn, nextOf, writeOf } from './caseSamples.ts';
import { bytesOf } from './fileSamples.ts';
import { ago, keysIn } from './plantedRows.ts';
import type { GivenSweep } from './retentionContract.ts';
import { rejectionOf } from './turnStoreSamples.ts';

/** The part of the contract about cases: what goes with one, and what stays because of one. */
export function removesCases(given: GivenSweep): void {
  removesWhatGoesWith(given);
  keepsWhatACaseNeeds(given);
  keepsKeysOfHolders(given);
}

const OF_CASES = ['cases', 'case_entries', 'case_links', 'desk_posts', 'files', 'file_chunks'] as const;

function removesWhatGoesWith(given: GivenSweep): void {
  it('removes a closed case with its trail, links, posts and files, and touches no other', async () => {
    const { opened, plant, sweep } = given();
    for (const [id, closed] of [
      ['old', ago(101)],
      ['young', ago(99)],
      ['open', null],
    ] as const) {
      await plant.case(id, closed);
      await plant.entry(id, id);
      await plant.link(id, id);
      await plant.post(id);
      await plant.file(id, ago(300), { person: `web:${id}`, of: id });
    }

    const swept = await sweep();

    for (const table of OF_CASES) {
      const rest = await keysIn(opened.db, table);
      expect(new Set(rest.map((key) => key.split(' ')[0])), table).to.deep.equal(new Set(['open', 'young']));
    }
    expect([swept.cases, swept.files]).to.deep.equal([1, 1]);
  });

  it('keeps a case that is reopened after it was found to be old', async () => {
    const { opened, plant, sweep } = given();
    for (const id of ['a', 'b']) {
      await plant.case(id, id === 'a' ? ago(102) : ago(101));
      await plant.entry(id, id);
      await plant.file(id, ago(300), { person: `web:${id}`, of: id });
    }
    const cases = createCaseStore(opened.db);
    const store = createTurnStore(opened.db, { onCorrupt: () => undefined });

    await sweep(async () => {
      const before = await cases.get('b');
      if (before?.status === 'closed') {
        await store.commit(deskTurn(null, writeOf(nextOf(before, { status: 'waiting', closed: null }), { before })));
      }
      return true;
    });

    for (const table of ['cases', 'case_entries', 'files'] as const) {
      expect(await keysIn(opened.db, table), table).to.deep.equal(['b']);
    }
    expect((await bytesOf(createFileStore(opened.db), 'b')).toString()).to.equal('bb');
  });

  it('shows nobody a file any more whose bytes are still being removed, and goes on the next time', async () => {
    const { opened, plant, sweep } = given();
    const files = createFileStore(opened.db);
    await plant.case('old', ago(101), 'web:ann');
    await plant.file('f', ago(300), { person: 'web:ann', of: 'old' });
    for (let seq = 3; seq <= 9; seq++) {
      await opened.db
        .insertInto('file_chunks')
        .values({ file: 'f', seq, bytes: Buffer.from('more') })
        .execute();
    }
    let batches = 0;

    await sweep(async () => ++batches < 3);
    const between = [await files.facts('f'), await files.loose('web:ann'), (await bytesOf(files, 'f')).length];
    const left = await keysIn(opened.db, 'file_chunks');
    await sweep();

    expect(between).to.deep.equal([null, [], 0]);
    expect(left.length).to.be.within(1, 9);
    expect([await keysIn(opened.db, 'files'), await keysIn(opened.db, 'file_chunks')]).to.deep.equal([[], []]);
  });

  it('lets nothing be written any more to a file that was removed for being too slow', async () => {
    const { opened, sweep } = given();
    const writer = createFileStore(opened.db).begin('f', new Date(ago(1)));
    await writer.write(new Uint8Array(256 * 1024));

    await sweep();

    expect(await rejectionOf(writer.write(new Uint8Array(256 * 1024)))).to.include({ code: 'storage-failed' });
    expect(await keysIn(opened.db, 'file_chunks')).to.deep.equal([]);
  });
}

function keepsWhatACaseNeeds(given: GivenSweep): void {
  const CASES: readonly [which: string, closed: string | null, session: boolean, conversation: boolean][] = [
    ['whose case is open', null, true, true],
    ['whose case was closed yesterday', ago(1), true, false],
    ['whose case was closed not quite 14 days ago', ago(14, -1), true, false],
    ['whose case was closed 14 days ago', ago(14), false, false],
  ];
  for (const [which, closed, session, conversation] of CASES) {
    it(`${session ? 'keeps' : 'removes'} an idle session, and ${conversation ? 'keeps' : 'removes'} its conversation, ${which}`, async () => {
      const { opened, plant, sweep } = given();
      await plant.session('ann', ago(90));
      await plant.conversation('web::ann', ago(40), 'web:ann');
      await plant.messages('ann', 1, ago(40));
      await plant.case('UN-1', closed, 'web:ann');

      await sweep();

      expect(await keysIn(opened.db, 'web_sessions')).to.deep.equal(session ? ['ann'] : []);
      expect(await keysIn(opened.db, 'web_messages')).to.deep.equal(session ? ['ann 1'] : []);
      expect(await keysIn(opened.db, 'conversations')).to.deep.equal(conversation ? ['web::ann'] : []);
    });
  }
}

function keepsKeysOfHolders(given: GivenSweep): void {
  it('keeps the key of somebody whom a line names as the holder of a case alone', async () => {
    const { opened, plant, sweep } = given();
    await plant.personKey('holder', 'teams:t:ana', ago(99));
    await plant.personKey('gone', 'teams:t:ben', ago(101));

    await sweep();

    expect(await keysIn(opened.db, 'person_keys')).to.deep.equal(['holder']);
  });
}
