import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/env.ts';
import { createLog } from '../../src/log.ts';
import { visitorOf } from '../support/httpWeb.ts';

describe('a message on the page of which nothing can be kept', () => {
  let folder: string;
  let app: App;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    app = await startApp(readConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
      log: createLog({ level: 'silent' }),
      now: () => new Date(),
    });
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is answered with an error, so that the page keeps it and sends it again', async () => {
    const visitor = visitorOf(`http://127.0.0.1:${app.port}`);
    await visitor.open();
    const database = new Database(join(folder, 'unstuck.db'));
    database.exec('alter table web_messages rename to lost');

    const unkept = await visitor.says('one', 'hello');
    database.exec('alter table lost rename to web_messages');
    database.close();
    const kept = await visitor.says('one', 'hello');

    expect([unkept.status, kept.status]).to.deep.equal([500, 204]);
  });
});
