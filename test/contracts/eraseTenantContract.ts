import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { eraseTenant } from '../../src/storage/eraseTenant.ts';
import { createPersonData, type PersonData } from '../../src/storage/personData.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { sampleCase } from '../support/sampleCase.ts';
import { ago, everythingIn, keysIn, NOW, planter } from './plantedRows.ts';

const TENANT = 'slack:T0GONE';

/** Begins as the other does, and would be found by a careless comparison. */
const NEIGHBOUR = 'slack:T0GONE2';

/** What is done with all that is stored of a tenant, on every database. `open` gives an empty one each time. */
export function eraseTenantContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`the data of a tenant on ${name}`, () => {
    let opened: OpenDatabase;
    let data: PersonData;

    beforeEach(async () => {
      opened = await open();
      data = createPersonData(opened.db, randomUUID);
    });
    afterEach(() => opened.close());

    const erase = (tenant = TENANT) => eraseTenant(opened.db, { tenant, at: NOW, newId: randomUUID });

    it('are in no table any more, whichever tables there are', async () => {
      for (const user of ['U1', 'U2']) await plantOf(opened, TENANT, user);
      await plantDesk(opened, TENANT);
      const before = await everythingIn(opened.db);

      const wasThere = await erase();

      expect([wasThere, before.includes(`${TENANT}:`)]).to.deep.equal([true, true]);
      expect(await everythingIn(opened.db)).to.not.include(`${TENANT}:`);
      expect(await keysIn(opened.db, 'file_chunks')).to.deep.equal([]);
      expect(await keysIn(opened.db, 'case_links')).to.deep.equal([]);
    });

    it('are erased without touching another tenant’s, or another channel’s', async () => {
      for (const tenant of [TENANT, NEIGHBOUR, 'teams:T0GONE']) await plantOf(opened, tenant, 'U1');
      await plantDesk(opened, NEIGHBOUR, 'next');
      const others = () => Promise.all([`${NEIGHBOUR}:U1`, 'teams:T0GONE:U1'].map((person) => data.count(person)));
      const before = await others();

      await erase();

      expect(await others()).to.deep.equal(before);
      expect(before[0]).to.include({ conversations: 1, cases: 1, files: 2 });
      expect(await placesIn(opened)).to.deep.equal([`${NEIGHBOUR}:C1`]);
    });

    it('give way to somebody at the desk in the cases of others, whoever remembers them', async () => {
      const agent = { id: `${TENANT}:UAGENT`, name: 'Agent of theirs', via: 'desk' } as const;
      const plant = planter(opened.db);
      await plant.case('UN-1', null, 'web:ann');
      await opened.db
        .updateTable('cases')
        .set({ data: JSON.stringify({ ...sampleCase({ id: 'UN-1' }), holder: agent }) })
        .execute();
      await plant.entry('entry', 'UN-1', { by: { kind: 'agent', agent }, event: { kind: 'claimed' } });

      await erase();

      const left = await everythingIn(opened.db);
      expect(left).to.not.include('UAGENT').and.to.not.include('Agent of theirs');
      expect(left).to.include('someone at the desk');
      expect(await data.count('web:ann')).to.include({ cases: 1 });
    });

    it('are no longer waited for by what was to be posted there, or to call somebody', async () => {
      const left = { line: 'first', key: `${TENANT}:C1`, channel: 'slack', reference: {} };
      await row(opened, 'old', { kind: 'old-card', case: 'UN-1', left });
      await row(opened, 'moved', { kind: 'open-cases', line: 'first', left });
      await row(opened, 'calls', { kind: 'thread', case: 'UN-1', activity: {}, mentions: [`${TENANT}:U1`] });
      await row(opened, 'card', { kind: 'case-card', case: 'UN-1', line: 'first' });
      await row(opened, 'given-up', { kind: 'thread', case: 'UN-1', activity: {}, mentions: [`${TENANT}:U1`] });
      await opened.db.updateTable('outbox').set({ state: 'dead' }).where('id', '=', 'given-up').execute();
      await row(opened, 'words', { kind: 'thread', case: 'UN-1', activity: { text: `${TENANT}:U1` }, mentions: [] });

      await erase();

      expect(await keysIn(opened.db, 'outbox')).to.deep.equal(['card', 'moved', 'words']);
      const moved = await opened.db.selectFrom('outbox').select('payload').where('id', '=', 'moved').executeTakeFirst();
      expect(JSON.parse(moved?.payload ?? '')).to.deep.equal({ kind: 'open-cases', line: 'first', left: null });
    });

    it('are no longer waited for, however much waits', async () => {
      const payload = { kind: 'thread', case: 'UN-1', activity: {}, mentions: [`${TENANT}:U1`] };
      const other = { ...payload, mentions: [`${NEIGHBOUR}:U1`] };
      for (let nth = 0; nth < 230; nth += 1) await row(opened, `row-${nth}`, nth % 10 === 0 ? other : payload);

      const wasThere = await erase();

      expect(wasThere).to.equal(true);
      expect(await keysIn(opened.db, 'outbox')).to.have.lengthOf(23);
    });

    it('are erased once: a second time there is nothing', async () => {
      await plantOf(opened, TENANT, 'U1');
      await erase();
      const before = await everythingIn(opened.db);

      const wasThere = await erase();

      expect(wasThere).to.equal(false);
      expect(await everythingIn(opened.db)).to.equal(before);
    });

    it('are all gone though two processes erase them at once', async () => {
      for (const user of ['U1', 'U2', 'U3']) await plantOf(opened, TENANT, user);
      const other = await opened.again();

      await Promise.all([erase(), eraseTenant(other, { tenant: TENANT, at: NOW, newId: randomUUID })]);

      expect(await everythingIn(opened.db)).to.not.include(`${TENANT}:`);
    });
  });
}

/** One row of every kind that somebody of a channel with tenants has, and what has been delivered where others read along. */
async function plantOf({ db }: OpenDatabase, tenant: string, user: string): Promise<void> {
  const plant = planter(db);
  const person = `${tenant}:${user}`;
  const id = `${tenant.replaceAll(':', '-')}-${user}`;
  await plant.conversation(`${tenant}:D${user}`, ago(3), person);
  await plant.delivery(`${tenant}:D${user}:Ev1`, ago(0), `${tenant}:D${user}`);
  await plant.delivery(`${tenant}:C1;thread=1:${user}:Ev2`, ago(0), `${tenant}:C1;thread=1`);
  await plant.person(person, ago(3));
  await plant.outbox(`outbox-${id}`, 'waiting', null, person);
  await plant.case(`UN-${id}`, null, person);
  await plant.entry(`entry-${id}`, `UN-${id}`);
  await plant.link(`link-${id}`, `UN-${id}`);
  await plant.post(`UN-${id}`);
  await plant.file(`loose-${id}`, ago(0), { person });
  await plant.file(`sent-${id}`, ago(0), { person, of: `UN-${id}` });
  await plant.member(person, ago(0));
  await plant.personKey(`key-${id}`, person);
}

/** The desk in a channel of the tenant, with the post of somebody else’s case. */
async function plantDesk({ db }: OpenDatabase, tenant: string, line: 'first' | 'next' = 'first'): Promise<void> {
  const place = { line, key: `${tenant}:C1`, channel: 'slack', reference: '{}', set_at: ago(9), lost: null };
  await db
    .insertInto('desk_places')
    .values({ ...place, set_by: `${tenant}:UADMIN` })
    .execute();
  await planter(db).case(`UN-guest-${line}`, null, 'web:guest');
  await db
    .insertInto('desk_posts')
    .values({ case_id: `UN-guest-${line}`, place: place.key, root: '1', shown: '', shown_at: ago(1) })
    .execute();
}

async function row({ db }: OpenDatabase, id: string, payload: object): Promise<void> {
  await planter(db).outbox(id, 'waiting', null);
  await db
    .updateTable('outbox')
    .set({ payload: JSON.stringify(payload) })
    .where('id', '=', id)
    .execute();
}

async function placesIn({ db }: OpenDatabase): Promise<readonly string[]> {
  return (await db.selectFrom('desk_places').select('key').execute()).map(({ key }) => key);
}
