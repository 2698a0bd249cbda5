import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { freshDatabase } from '../support/postgres.ts';
import { person, TENANT } from '../support/teamsActivity.ts';
import { teamsChat } from '../support/teamsChat.ts';
import { type TeamsDesk, teamsDesk } from '../support/teamsDesk.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { inChannel } from './atDesk.ts';
import { deskClock } from './deskClock.ts';
import { type DeskRows, openDeskRows } from './deskRows.ts';
import { ANA, CHANNEL } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const MINUTE = 60_000;

/** So many that each instance comes upon some which the other has just begun with. */
const CASES = 6;

describe('two instances on one PostgreSQL, whose clocks both see that a case is due', function () {
  // The first test to ask for a PostgreSQL waits until it is up.
  this.timeout(60_000);

  const clock = deskClock(10);
  let folder: string;
  let connector: FakeConnector;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let rows: DeskRows;
  let bots: TestBot[];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    connector = await startFakeConnector();
    database = await freshDatabase();
    const env = {
      DATABASE_URL: database.url,
      ADMIN_IDS: `teams:${TENANT}:${ANA.aadObjectId}`,
      HELPDESK_HOURS: 'always',
    };
    // One after the other, since the first makes the tables.
    bots = [await startTestBot(env, clock.now), await startTestBot(env, clock.now)];
    rows = await openDeskRows(folder, database.url);
  });
  after(async () => {
    await rows.close();
    await Promise.all(bots.map((bot) => bot.stop()));
    await connector.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const origin = () => bots[0]?.origin() ?? '';

  it('repeat it once, by one post', async () => {
    const desks = bots.map(({ origin }) => teamsDesk(origin, connector, { channel: CHANNEL }));
    const [desk] = desks as [TeamsDesk, TeamsDesk];
    await desk.says(ANA, 'desk here');
    const ids: string[] = [];
    for (let nth = 1; nth <= CASES; nth++) {
      ids.push(await arriveWithCase(teamsChat(origin, connector, person(`luis${nth}`, 'Luis Ortega'))));
    }
    for (const id of ids) await inChannel(desk, ANA, rows).sees(id);
    await rows.quiet();
    const root = desk.posts().find(({ thread, text }) => thread === null && text.includes(`${ids[0]}`))?.id;

    clock.pass(16 * MINUTE);
    // An instance looks at once when somebody does something, and ends what it has begun before it stops.
    await Promise.all(desks.map((each) => each.says(ANA, 'Time goes by', root)));
    for (const id of ids) await rows.until(id, ({ repeats }) => repeats > 0);
    await rows.quiet();
    await Promise.all(bots.splice(0).map((bot) => bot.stop()));

    const trails = await Promise.all(ids.map((id) => rows.entries(id)));
    const repeated = trails.map((trail) => trail.filter(({ event }) => event.kind === 'repeated').length);
    expect(repeated).to.deep.equal(ids.map(() => 1));
    expect(desk.posts().filter(({ text }) => text.includes('Still waiting'))).to.have.length(CASES);
  });
});
