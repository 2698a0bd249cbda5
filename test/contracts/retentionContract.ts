import { expect } from 'chai';
import { CASE_LIMITS } from '../../src/helpdesk/cases/caseLimits.ts';
import { type Swept, sweepOldData } from '../../src/storage/retention.ts';
import { createWebSessions } from '../../src/storage/webSessions.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { ago, keysIn, NOW, planter } from './plantedRows.ts';
import { BORDERS } from './retentionBorders.ts';
import { removesCases } from './retentionCases.ts';
import { sweepsAtOnce } from './retentionRaces.ts';

type Plant = ReturnType<typeof planter>;

/** What retention does on every database. `open` gives an empty one each time. */
export function retentionContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`retention on ${name}`, () => {
    let opened: OpenDatabase;
    let plant: Plant;
    const sweep = (goOn = async () => true): Promise<Swept> =>
      sweepOldData(opened.db, { now: NOW, caseRetentionDays: 100, reopenMs: CASE_LIMITS.reopenMs, goOn });

    beforeEach(async () => {
      opened = await open();
      plant = planter(opened.db);
    });

    afterEach(() => opened.close());

    for (const { what, days, table, write } of BORDERS) {
      const time = days > 0 && days < 1 ? `${days * 24} hour` : `${days} days`;
      it(`removes ${what} after ${time}, to the second`, async () => {
        await write(plant, 'old', ago(days, 1));
        await write(plant, 'exactly', ago(days));
        await write(plant, 'young', ago(days, -1));

        await sweep();

        expect(await keysIn(opened.db, table)).to.deep.equal(['young']);
      });
    }

    removesSessions(() => ({ opened, plant, sweep }));
    keepsWhatIsNeeded(() => ({ opened, plant, sweep }));
    removesCases(() => ({ opened, plant, sweep }));
    sweepsAtOnce(() => opened);
  });
}

/** What the parts of the contract are given. */
export type GivenSweep = () => {
  readonly opened: OpenDatabase;
  readonly plant: Plant;
  readonly sweep: (goOn?: () => Promise<boolean>) => Promise<Swept>;
};

function removesSessions(given: GivenSweep): void {
  it('removes an idle session with all of its messages, and touches no other', async () => {
    const { opened, plant, sweep } = given();
    for (const session of ['idle', 'used']) {
      await plant.session(session, ago(90), session === 'used' ? ago(2) : null);
      await plant.conversation(`web::${session}`, ago(40), `web:${session}`);
      await plant.messages(session, 3, ago(40));
    }

    const swept = await sweep();

    expect(await keysIn(opened.db, 'web_sessions')).to.deep.equal(['used']);
    expect(await keysIn(opened.db, 'web_messages')).to.deep.equal(['used 1', 'used 2', 'used 3']);
    expect(swept.sessions).to.equal(1);
  });

  it('has the use of a session noted once a day', async () => {
    const { opened, plant } = given();
    const sessions = createWebSessions(opened.db);
    for (const session of ['ann', 'bob']) await plant.session(session, ago(90));
    const uses = [ago(3), ago(2, 1), ago(2), ago(1, 1)];

    const noted: unknown[] = [];
    for (const at of uses) {
      await sessions.use('ann', new Date(at));
      noted.push(await opened.db.selectFrom('web_sessions').select('used_at').orderBy('id').execute());
    }

    const [none, first, second] = [{ used_at: null }, { used_at: ago(3) }, { used_at: ago(2) }];
    expect(noted).to.deep.equal([
      [first, none],
      [first, none],
      [second, none],
      [second, none],
    ]);
  });

  it('keeps a session that is used after it was found to be idle', async () => {
    const { opened, plant, sweep } = given();
    for (const session of ['a', 'b']) {
      await plant.session(session, ago(90));
      await plant.messages(session, 2, ago(90));
    }

    await sweep(async () => {
      await opened.db
        .updateTable('web_sessions')
        .set({ used_at: ago(0) })
        .where('id', '=', 'b')
        .execute();
      return true;
    });

    expect(await keysIn(opened.db, 'web_sessions')).to.deep.equal(['b']);
    expect(await keysIn(opened.db, 'web_messages')).to.deep.equal(['b 1', 'b 2']);
  });

  it('removes messages that a late turn has written for a session which is gone', async () => {
    const { opened, plant, sweep } = given();
    await plant.messages('gone', 3, ago(1));
    await plant.messages('talking', 1, ago(1));
    await plant.conversation('web::talking', ago(1), 'web:talking');

    await sweep();

    expect(await keysIn(opened.db, 'web_messages')).to.deep.equal(['talking 1']);
  });
}

function keepsWhatIsNeeded(given: GivenSweep): void {
  it('remembers people for as long as they have a conversation', async () => {
    const { opened, plant, sweep } = given();
    for (const person of ['teams:t:ann', 'teams:t:bob']) await plant.person(person, ago(300));
    await plant.conversation('teams:t:1', ago(29), 'teams:t:ann');

    await sweep();

    expect(await keysIn(opened.db, 'people')).to.deep.equal(['teams:t:ann']);
  });

  it('forgets nobody while it isn’t known whose a conversation is', async () => {
    const { opened, plant, sweep } = given();
    await plant.person('teams:t:ann', ago(300));
    await plant.conversation('teams:t:1', ago(29), null);

    await sweep();

    expect(await keysIn(opened.db, 'people')).to.deep.equal(['teams:t:ann']);
  });

  it('keeps what waits to be delivered, however old', async () => {
    const { opened, plant, sweep } = given();
    await plant.outbox('waiting', 'waiting', null);

    await sweep();

    expect(await keysIn(opened.db, 'outbox')).to.deep.equal(['waiting']);
  });

  it('keeps keys of people for as long as a line of the audit names them', async () => {
    const { opened, plant, sweep } = given();
    for (const key of ['named', 'unnamed', 'of-old-lines']) await plant.personKey(key, `teams:t:${key}`);
    await plant.audit('young', ago(99), 'named');
    await plant.audit('old', ago(101), 'of-old-lines');

    const swept = await sweep();

    expect(await keysIn(opened.db, 'person_keys')).to.deep.equal(['named']);
    expect(swept.personKeys).to.equal(2);
  });

  it('finds nothing the second time', async () => {
    const { plant, sweep } = given();
    await plant.conversation('a', ago(31));
    await sweep();

    const again = await sweep();

    expect(Object.values(again).every((count) => count === 0)).to.equal(true);
  });
}
