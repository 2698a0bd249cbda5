import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { appendAudit } from '../../src/storage/audit.ts';
import { createPersonData, type PersonData } from '../../src/storage/personData.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { createAnsweredDeliveries } from '../../src/turn/answeredDeliveries.ts';
import { createLanes } from '../../src/turn/lane.ts';
import { createTurns } from '../../src/turn/runTurn.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { unhurried } from '../turn/unhurried.ts';
import { knowsCases } from './personDataCases.ts';
import { EVERYTHING, plantPerson } from './plantedPerson.ts';
import { ago, everythingIn, keysIn, NOW, planter } from './plantedRows.ts';
import { countOf, stateOf, webKeys } from './turnStoreSamples.ts';

const ANN = 'web:ann';
/** What is done with the data of one person on every database. `open` gives an empty one each time. */
export function personDataContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`the data of a person on ${name}`, () => {
    let opened: OpenDatabase;
    let data: PersonData;

    beforeEach(async () => {
      opened = await open();
      data = createPersonData(opened.db, randomUUID);
    });

    afterEach(() => opened.close());

    const given = () => ({ opened, data });
    erases(given);
    reads(given);
    erasesBesideTurns(given);
    knowsCases(given);
  });
}

/** What the parts of the contract are given. */
export type GivenData = () => { readonly opened: OpenDatabase; readonly data: PersonData };

function erases(given: GivenData): void {
  it('are counted as they are then erased', async () => {
    const { opened, data } = given();
    await plantPerson(opened, 'ann');

    const counted = await data.count(ANN);
    const erased = await data.erase(ANN, NOW);

    expect([counted, erased]).to.deep.equal([EVERYTHING, EVERYTHING]);
    expect(await data.count(ANN)).to.deep.equal({});
  });

  it('are erased without touching another’s', async () => {
    const { opened, data } = given();
    // A name that begins as the other does, and would be found by a careless comparison.
    for (const name of ['ann', 'anna']) await plantPerson(opened, name);

    await data.erase(ANN, NOW);

    expect(await data.count('web:anna')).to.deep.equal(EVERYTHING);
  });

  it('are in no table any more, whichever tables there are', async () => {
    const { opened, data } = given();
    await plantPerson(opened, 'ann');
    const before = await everythingIn(opened.db);

    await data.erase(ANN, NOW);

    expect(before).to.include('ann');
    expect(await everythingIn(opened.db)).to.not.include('ann');
  });

  it('leave lines of the audit behind which there is nobody, and one that says so', async () => {
    const { opened, data } = given();
    await plantPerson(opened, 'ann');

    await data.erase(ANN, NOW);

    const lines = await opened.db.selectFrom('audit').select(['at', 'person_key', 'action']).orderBy('at').execute();
    expect(lines).to.deep.equal([
      { at: ago(3), person_key: 'key-3', action: 'person-erased' },
      { at: NOW.toISOString(), person_key: null, action: 'person-erased' },
    ]);
    expect(await keysIn(opened.db, 'person_keys')).to.deep.equal([]);
  });

  it('leave no line where there were none', async () => {
    const { opened, data } = given();

    const erased = await data.erase(ANN, NOW);

    expect(erased).to.deep.equal({});
    expect(await keysIn(opened.db, 'audit')).to.deep.equal([]);
  });

  it('are all there still when one part can’t be erased', async () => {
    const { opened } = given();
    await plantPerson(opened, 'ann');
    const withoutIds = createPersonData(opened.db, () => {
      throw new Error('no id');
    });

    const [result] = await Promise.allSettled([withoutIds.erase(ANN, NOW)]);

    expect(result?.status).to.equal('rejected');
    expect(await withoutIds.count(ANN)).to.deep.equal(EVERYTHING);
  });

  it('can be wiped from the files', async () => {
    const { opened, data } = given();
    await plantPerson(opened, 'ann');
    await data.erase(ANN, NOW);

    await data.wipeTraces();

    expect(await data.count(ANN)).to.deep.equal({});
  });
}

function reads(given: GivenData): void {
  it('are read with their JSON, from all tables', async () => {
    const { opened, data } = given();
    await plantPerson(opened, 'ann');

    const read = await data.read(ANN);

    expect(read).to.include({ person: ANN });
    expect(read?.conversations.map(({ key, state }) => ({ key, state }))).to.deep.equal([
      { key: 'teams:t:ann', state: {} },
      { key: 'web::ann', state: {} },
    ]);
    expect(read?.deliveryKeys.map(({ key }) => key)).to.have.members(['teams:t:ann:1', 'web::ann:1', 'web::ann:2']);
    expect(read?.greetings).to.deep.equal([{ person: ANN, greeted_at: ago(3) }]);
    expect(read?.webSessions).to.deep.equal([{ id: 'ann', created_at: ago(3), used_at: ago(2) }]);
    expect(read?.webMessages.map(({ seq, activity }) => ({ seq, activity }))).to.deep.equal([
      { seq: 1, activity: {} },
      { seq: 2, activity: {} },
    ]);
    expect(read?.outboxRows.map(({ id, payload }) => ({ id, payload }))).to.deep.equal([{ id: 'ann', payload: {} }]);
    expect(read?.auditKeys).to.deep.equal([{ key: 'key-3', person: ANN, used_at: null }]);
    expect(read?.auditLines).to.deep.equal([{ at: ago(3), action: 'person-erased', case_id: null, via: null }]);
  });

  it('are nothing where nothing is stored', async () => {
    const { opened, data } = given();
    await plantPerson(opened, 'anna');

    const read = await data.read(ANN);

    expect(read).to.equal(null);
  });

  it('are found on the web in rows from before they said whose they are', async () => {
    const { opened, data } = given();
    const plant = planter(opened.db);
    await plant.conversation('web::ann', ago(3), null);
    await plant.delivery('web::ann:1', ago(3), null);
    await plant.delivery('web::anna:1', ago(3), null);

    const erased = await data.erase(ANN, NOW);

    expect(erased).to.deep.equal({ conversations: 1, deliveryKeys: 1 });
    expect(await keysIn(opened.db, 'deliveries')).to.deep.equal(['web::anna:1']);
  });

  it('may be among the conversations of the tenant that say of nobody whose they are', async () => {
    const { opened, data } = given();
    const plant = planter(opened.db);
    await plant.conversation('teams:t:1', ago(3), null);
    await plant.conversation('teams:t:2', ago(3), 'teams:t:bob');
    await plant.conversation('teams:other:3', ago(3), null);
    await plant.conversation('web::ann', ago(3), null);

    const counts = [await data.countUnowned('teams:t:ann'), await data.countUnowned(ANN)];

    expect(counts).to.deep.equal([1, 0]);
  });
}

function erasesBesideTurns(given: GivenData): void {
  it('are erased beside a turn of theirs, which begins anew from nothing', async () => {
    const { opened, data } = given();
    const store = createTurnStore(await opened.again(), { onCorrupt: () => undefined });
    const turns = createTurns({
      ...{ store, lanes: createLanes(), answered: createAnsweredDeliveries() },
      ...unhurried(() => NOW),
    });
    const seen: number[] = [];
    const say = (delivery: string, meanwhile: () => Promise<unknown>) =>
      turns.run(
        webKeys('ann', delivery),
        async ({ state }) => {
          seen.push(countOf(state));
          if (seen.length === 2) await meanwhile();
          return {
            state: stateOf(countOf(state) + 1),
            greeted: true,
            messages: [{}],
            outbox: [],
            cases: [],
            reply: null,
          };
        },
        async () => undefined,
      );
    await say('first', async () => undefined);

    const { outcome } = await say('second', () => data.erase(ANN, NOW));

    expect(outcome).to.equal('committed');
    expect(seen).to.deep.equal([0, 1, 0]);
    expect(await keysIn(opened.db, 'deliveries')).to.deep.equal(['web::ann:second']);
  });

  it('stand in the audit as one key, however many lines there are', async () => {
    const { opened } = given();

    for (const person of [ANN, 'web:bob', ANN]) {
      await opened.db
        .transaction()
        .execute((transaction) => appendAudit(transaction, { at: NOW, person, action: 'person-erased' }, randomUUID));
    }

    const rows = await opened.db
      .selectFrom('audit')
      .innerJoin('person_keys', 'person_keys.key', 'audit.person_key')
      .select('person_keys.person')
      .execute();
    expect(rows.map(({ person }) => person).sort()).to.deep.equal([ANN, ANN, 'web:bob']);
    expect(await keysIn(opened.db, 'person_keys')).to.have.lengthOf(2);
  });

  it('stand in lines that can’t be changed', async () => {
    const { opened } = given();
    await planter(opened.db).audit('line', ago(3));

    const [change] = await Promise.allSettled([opened.db.updateTable('audit').set({ person_key: 'other' }).execute()]);

    expect(change).to.include({ status: 'rejected' });
    expect(String(change?.status === 'rejected' && change.reason)).to.include('lines of the audit are never changed');
  });
}
