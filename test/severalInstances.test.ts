import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../src/app.ts';
import { readConfig } from '../src/config/env.ts';
import { createLog } from '../src/log.ts';
import { type Chat, clicks, type Line, play, says, sees } from './support/chat.ts';
import { type FakeConnector, startFakeConnector } from './support/fakeConnector.ts';
import { freshDatabase } from './support/postgres.ts';
import { ADA } from './support/teamsActivity.ts';
import { teamsChat } from './support/teamsChat.ts';
import { webChat } from './support/webChat.ts';

describe('two instances on one PostgreSQL', function () {
  // The first test to ask for a PostgreSQL waits until it is up.
  this.timeout(60_000);

  let folder: string;
  let connector: FakeConnector;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let apps: App[];
  let turn = 0;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    connector = await startFakeConnector();
    database = await freshDatabase();
    apps = await Promise.all([start(), start()]);
  });
  afterEach(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await connector.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (): Promise<App> =>
    startApp(
      readConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, DATABASE_URL: database.url, LOG_LEVEL: 'silent' }),
      { log: createLog({ level: 'silent' }), now: () => new Date() },
    );
  const origin = () => `http://127.0.0.1:${apps[turn % apps.length]?.port}`;
  const elsewhere: Line = () => {
    turn += 1;
  };

  for (const [channel, chatOf] of [
    ['in Teams', () => teamsChat(origin, connector, ADA)],
    ['on the page', () => webChat(origin)],
  ] as readonly (readonly [string, () => Chat])[]) {
    it(`are one bot to somebody ${channel} whom each of them answers in turn`, async () => {
      const chat = chatOf();
      await chat.arrive();

      await play(chat, [
        elsewhere,
        clicks('Start'),
        elsewhere,
        clicks('Several people'),
        elsewhere,
        says('inside'),
        elsewhere,
        says('change'),
        sees('Now: Several people'),
      ]);

      await chat.leave();
    });

    it(`go on for somebody ${channel} when one of them has ended`, async () => {
      const chat = chatOf();
      await chat.arrive();
      await play(chat, [clicks('Start'), clicks('Several people')]);

      const [ended] = apps.splice(turn % apps.length, 1);
      await ended?.close();

      await play(chat, [clicks('Inside our organization'), says('change'), sees('Now: Several people')]);
      await chat.leave();
    });
  }
});
