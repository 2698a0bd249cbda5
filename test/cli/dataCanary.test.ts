import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { appendAudit } from '../../src/storage/audit.ts';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import { createPersonData } from '../../src/storage/personData.ts';
import { ago, everythingIn, NOW, planter } from '../contracts/plantedRows.ts';
import { makeTempFolder, removeFolder } from '../storage/openStore.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { type Visitor, visitorOf } from '../support/httpWeb.ts';
import { postActivity } from '../support/postActivity.ts';
import { TENANT, type TeamsPerson, teamsActivities, person as teamsPerson } from '../support/teamsActivity.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { runDataHere } from './runDataHere.ts';

/** Enough that SQLite moves rows from page to page, which is where copies of them are left. */
const OTHERS = 12;

describe('erasing somebody beside a running bot', function () {
  this.timeout(60_000);

  let folder: string;
  let bot: TestBot;
  let connector: FakeConnector;

  beforeEach(async () => {
    folder = await makeTempFolder();
    connector = await startFakeConnector();
    bot = await startTestBot({ DATA_DIR: folder });
  });

  afterEach(async () => {
    await bot.stop();
    await connector.close();
    await removeFolder(folder);
  });

  it('leaves nothing of a guest on the web page: not in a table, not in the bytes of a file', async () => {
    const [ann, ...others] = await talkOnTheWeb(bot, OTHERS);
    const person = `web:${ann?.session()}`;
    await plantBesides(folder, person);
    const planted = [...markersOf(0), ...BESIDES, ann?.session() ?? 'nobody'];
    expect(planted.filter((marker) => !isInFiles(folder, marker))).to.deep.equal([]);
    const before = await readAll(folder, others);
    expect(before)
      .to.have.lengthOf(OTHERS - 1)
      .and.not.include(null);

    const { code } = await erase(folder, person);

    expect(code).to.equal(0);
    expect(planted.filter((marker) => isInFiles(folder, marker))).to.deep.equal([]);
    expect(await leftInTables(folder, planted)).to.deep.equal([]);
    expect(await readAll(folder, others)).to.deep.equal(before);
  });

  it('leaves nothing of somebody on Teams', async () => {
    const [ann, bob] = [teamsPerson('canary', 'Ann'), teamsPerson('bob', 'Bob')];
    for (const who of [ann, bob]) await talkOnTeams({ bot, connector }, who);
    const before = await readPerson(folder, `teams:${TENANT}:${bob.aadObjectId}`);

    await erase(folder, `teams:${TENANT}:${ann.aadObjectId}`);

    expect(isInFiles(folder, ann.aadObjectId)).to.equal(false);
    expect(await leftInTables(folder, [ann.aadObjectId])).to.deep.equal([]);
    expect(await readPerson(folder, `teams:${TENANT}:${bob.aadObjectId}`)).to.deep.equal(before);
    expect(before?.conversations).to.have.lengthOf(1);
  });

  it('lets the others go on talking, and the erased begin anew', async () => {
    const [ann, bob] = await talkOnTheWeb(bot, 2);
    const erased = ann?.session();
    await erase(folder, `web:${erased}`);

    const answers = [await bob?.says('after', 'help'), await ann?.says('after', 'help'), await ann?.open()];

    expect(answers.map((answer) => answer?.status)).to.deep.equal([204, 401, 204]);
    expect(ann?.session()).to.not.equal(erased);
  });
});

/** What one visitor leaves, to be looked for later: a typed text, a join link, the id of a message. */
function markersOf(visitor: number): readonly string[] {
  return [`typed-canary-${visitor}-x`, `link-canary-${visitor}-x`, `id-canary-${visitor}-x`];
}

const BESIDES = ['outbox-canary', 'used-canary'];

/** Visitors who talk in turns, so that their rows lie among each other's. */
async function talkOnTheWeb(bot: TestBot, count: number): Promise<Visitor[]> {
  const visitors = Array.from({ length: count }, () => visitorOf(bot.origin()));
  for (const visitor of visitors) await visitor.open();
  const words = ['start', 'just me', 'back', 'both', 'start over', 'help'];
  for (const [round, text] of words.entries()) {
    for (const [i, visitor] of visitors.entries()) {
      const [typed, link, id] = markersOf(i);
      await visitor.says(`${id}-${round}`, text);
      await visitor.says(`${id}-${round}-more`, `it says ${typed} here`.padEnd(200 * round, '. '));
      if (round % 3 === 0) await visitor.says(`${id}-${round}-link`, `https://meet.contoso.com/ann/${link}`);
    }
  }
  return visitors;
}

/** What a conversation alone doesn't leave. */
async function plantBesides(folder: string, person: string): Promise<void> {
  const { db, close } = await openSqlite(folder, { as: 'tool' });
  await planter(db).outbox('outbox-canary', 'waiting', null, person);
  await planter(db).delivery('web::x:used-canary', ago(0), `web::${person.slice('web:'.length)}`);
  await db
    .transaction()
    .execute((transaction) => appendAudit(transaction, { at: NOW, person, action: 'person-erased' }, randomUUID));
  await close();
}

async function talkOnTeams(
  { bot, connector }: { readonly bot: TestBot; readonly connector: FakeConnector },
  who: TeamsPerson,
): Promise<void> {
  const { installs, says } = teamsActivities(connector.serviceUrl, who);
  for (const activity of [installs(), says('start'), says('just me'), says('inside')]) {
    expect(await postActivity(bot.origin(), activity)).to.equal(200);
  }
}

function erase(folder: string, person: string) {
  return runDataHere(`erase --person ${person} --yes`, { DATA_DIR: folder });
}

function isInFiles(folder: string, marker: string): boolean {
  return ['unstuck.db', 'unstuck.db-wal', 'unstuck.db-shm']
    .map((file) => join(folder, file))
    .some((file) => existsSync(file) && readFileSync(file).includes(marker));
}

async function leftInTables(folder: string, markers: readonly string[]): Promise<readonly string[]> {
  const { db, close } = await openSqlite(folder, { as: 'tool' });
  const everything = await everythingIn(db);
  await close();
  return markers.filter((marker) => everything.includes(marker));
}

async function readPerson(folder: string, person: string) {
  const { db, close } = await openSqlite(folder, { as: 'tool' });
  const read = await createPersonData(db, randomUUID).read(person);
  await close();
  return read;
}

function readAll(folder: string, visitors: readonly Visitor[]) {
  return Promise.all(visitors.map((visitor) => readPerson(folder, `web:${visitor.session()}`)));
}
