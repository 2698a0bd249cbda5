import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type App, startApp } from '../src/app.ts';
import { readConfig } from '../src/config/env.ts';
import { createLog } from '../src/log.ts';
import { type FakeConnector, startFakeConnector } from './support/fakeConnector.ts';
import { postActivity } from './support/postActivity.ts';
import { readCard } from './support/readCard.ts';
import { ADA, type TeamsActivity, teamsActivities } from './support/teamsActivity.ts';

describe('ending the bot while somebody is answered', () => {
  let folder: string;
  let connector: FakeConnector;
  let app: App;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    connector = await startFakeConnector();
    app = await start();
  });
  afterEach(async () => {
    await app.close();
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (drainMs?: number): Promise<App> =>
    startApp(readConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
      log: createLog({ level: 'silent' }),
      now: () => new Date(),
      ...(drainMs !== undefined && { drainMs }),
    });
  const deliver = (activity: TeamsActivity) =>
    postActivity(`http://127.0.0.1:${app.port}`, activity).catch(() => 'no answer');
  const ada = () => teamsActivities(connector.serviceUrl, ADA);

  it('takes nobody in any more, and lets that answer be sent', async () => {
    const release = connector.hold();
    const running = deliver(ada().says('hello'));
    await connector.waitFor((ledger) => ledger.length === 1);

    const closed = app.close();
    const late = await deliver(ada().says('hello?'));
    release();
    await closed;

    expect([await running, late]).to.deep.equal([200, 'no answer']);
    expect(connector.ledger.map(({ status }) => status)).to.deep.equal([201]);
    app = await start();
  });

  it('ends all the same when that takes too long; delivered again, the message gets its card', async () => {
    await app.close();
    app = await start(50);
    connector.hold();
    const hello = ada().says('hello');
    const running = deliver(hello);
    await connector.waitFor((ledger) => ledger.length === 1);

    await app.close();

    // A process would end here; in this one the connection is cut by the connector.
    await connector.close();
    await running;
    connector = await startFakeConnector();
    app = await start();
    const again = await deliver({ ...hello, serviceUrl: connector.serviceUrl });
    expect(again).to.equal(200);
    expect(connector.ledger.map(({ body, id }) => readCard(body, id).title)).to.deep.equal(['Can’t join a meeting?']);
  });
});
