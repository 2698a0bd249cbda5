import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type App, startApp } from '../src/app.ts';
import { readConfig } from '../src/config/env.ts';
import { createLog } from '../src/log.ts';
import { type FakeConnector, startFakeConnector } from './support/fakeConnector.ts';
import { visitorOf } from './support/httpWeb.ts';
import { postActivity } from './support/postActivity.ts';
import { ADA, BOT, TENANT, teamsActivities } from './support/teamsActivity.ts';

describe('the metrics of a running bot', () => {
  let folder: string;
  let connector: FakeConnector;
  let app: App;
  let said: readonly string[];
  let text: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    connector = await startFakeConnector();
    const env = { NODE_ENV: 'test', PORT: '0', METRICS_PORT: '0', DATA_DIR: folder };
    app = await startApp(readConfig(env), { log: createLog({ level: 'silent' }), now: () => new Date() });
    said = await aDay(`http://127.0.0.1:${app.port}`, connector.serviceUrl);
    text = await (await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`)).text();
  });
  after(async () => {
    await app.close();
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  });

  const lines: readonly string[] = [
    'unstuck_http_requests_total{route="/api/messages",status="200"} 2',
    'unstuck_http_requests_total{route="/api/messages",status="400"} 1',
    'unstuck_http_requests_total{route="none",status="404"} 1',
    'unstuck_refusals_total{channel="teams",code="service-url-not-allowed"} 1',
    'unstuck_refusals_total{channel="web",code="foreign-origin"} 1',
    'unstuck_turn_seconds_count{outcome="committed"} 4',
    'unstuck_outbox_waiting 0',
    'unstuck_web_pages 0',
    'unstuck_log_lines_suppressed 0',
  ];
  for (const line of lines) {
    it(`have ${line}`, () => {
      expect(text.split('\n')).to.include(line);
    });
  }

  it('say nothing of anybody: no text, no name, no id and no address', () => {
    const found = said.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

    expect(said.every((word) => word.length > 3)).to.equal(true);
    expect(found).to.deep.equal([]);
  });

  it('are not on the port that people use', async () => {
    const response = await fetch(`http://127.0.0.1:${app.port}/metrics`);

    expect(response.status).to.equal(404);
  });
});

/** Four turns and some refusals; gives all words that were in them. */
async function aDay(origin: string, serviceUrl: string): Promise<readonly string[]> {
  const visitor = visitorOf(origin);
  await visitor.open();
  await visitor.says('delivery-of-somebody', 'I can’t get in, it says frobnicate');
  await visitor.open({ origin: 'https://evil.example' });
  const ada = teamsActivities(serviceUrl);
  const installed = ada.installs();
  const asked = ada.says('my secret question');
  await postActivity(origin, installed);
  await postActivity(origin, asked);
  await postActivity(origin, { type: 123, text: 'my secret question' });
  await postActivity(origin, { ...ada.says('x'), serviceUrl: 'https://evil.example/' });
  await fetch(`${origin}/path-of-somebody`);
  const ids = [String(installed['id']), String(asked['id']), ADA.id, ADA.aadObjectId, BOT.id, TENANT];
  const words = ['frobnicate', 'secret', 'somebody', 'evil.example', ADA.name, '127.0.0.1', visitor.session()];
  return [...ids, ...words];
}
