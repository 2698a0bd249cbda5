import { expect } from 'chai';
import { newSessionId } from '../src/channels/web/sessionId.ts';
import { createWebChannel } from '../src/channels/web/webChannel.ts';
import { createMetrics, type Metrics } from '../src/metrics.ts';
import { noMetrics } from '../src/noMetrics.ts';
import { botRoute } from '../src/server/botRoute.ts';
import { healthRoutes } from '../src/server/healthRoutes.ts';
import { webRoutes } from '../src/server/webRoutes.ts';
import { handClock } from './support/httpClock.ts';
import { sendRaw } from './support/httpRaw.ts';
import { recordingLog, startServer } from './support/httpServer.ts';
import { echo, visitorOf } from './support/httpWeb.ts';
import { memoryWebHistory, memoryWebSessions } from './support/httpWebStores.ts';

const NOON = new Date(Date.UTC(2026, 0, 15, 12));

/** The lines of one metric, as name and labels to value. */
async function read(metrics: Metrics, name: string): Promise<Record<string, number>> {
  const { text } = await metrics.text();
  const lines = text.split('\n').filter((line) => line.startsWith(name));
  return Object.fromEntries(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
}

describe('createMetrics', () => {
  let metrics: Metrics;
  beforeEach(() => {
    metrics = createMetrics(() => NOON);
  });

  it('counts requests by route and status', async () => {
    metrics.request('/web/open', 204);
    metrics.request('/web/open', 204);
    metrics.request('none', 404);

    expect(await read(metrics, 'unstuck_http_requests_total{')).to.deep.equal({
      'unstuck_http_requests_total{route="/web/open",status="204"}': 2,
      'unstuck_http_requests_total{route="none",status="404"}': 1,
    });
  });

  it('counts refusals by channel and code', async () => {
    metrics.refusal('teams', 'caller-not-local');
    metrics.refusal('web', 'too-fast');

    expect(await read(metrics, 'unstuck_refusals_total{')).to.deep.equal({
      'unstuck_refusals_total{channel="teams",code="caller-not-local"}': 1,
      'unstuck_refusals_total{channel="web",code="too-fast"}': 1,
    });
  });

  it('measures turns by how they ended', async () => {
    metrics.turn('committed', 40);
    metrics.turn('committed', 3_000);

    const turns = await read(metrics, 'unstuck_turn_seconds');
    expect(turns['unstuck_turn_seconds_bucket{le="0.05",outcome="committed"}']).to.equal(1);
    expect(turns['unstuck_turn_seconds_bucket{le="+Inf",outcome="committed"}']).to.equal(2);
    expect(turns['unstuck_turn_seconds_sum{outcome="committed"}']).to.equal(3.04);
    expect(turns['unstuck_turn_seconds_count{outcome="failed"}']).to.equal(0);
  });

  it('says how the outbox stands, and what came of its deliveries', async () => {
    const oldest = new Date(NOON.getTime() - 90_000);
    metrics.watch({ outbox: async () => ({ waiting: 3, oldest, dead: 2 }) });
    for (const outcome of ['delivered', 'delivered', 'unclear'] as const) metrics.outbox.attempted(outcome);
    metrics.outbox.died('given-up');

    expect(await read(metrics, 'unstuck_outbox')).to.deep.equal({
      unstuck_outbox_waiting: 3,
      unstuck_outbox_oldest_seconds: 90,
      unstuck_outbox_dead: 2,
      'unstuck_outbox_attempts_total{outcome="delivered"}': 2,
      'unstuck_outbox_attempts_total{outcome="unclear"}': 1,
      'unstuck_outbox_died_total{why="refused"}': 0,
      'unstuck_outbox_died_total{why="given-up"}': 1,
    });
  });

  it('has no age for an empty outbox, and no number where the database doesn’t answer', async () => {
    metrics.watch({ outbox: async () => ({ waiting: 0, oldest: null, dead: 0 }) });
    const empty = await read(metrics, 'unstuck_outbox_oldest');
    metrics.watch({ outbox: () => Promise.reject(new Error('down')) });
    const unknown = await read(metrics, 'unstuck_outbox_waiting');

    expect(empty).to.deep.equal({ unstuck_outbox_oldest_seconds: 0 });
    expect(unknown).to.deep.equal({ unstuck_outbox_waiting: Number.NaN });
  });

  it('says how many pages are open, how many lines were held back and what was removed', async () => {
    metrics.watch({ pages: () => 7, suppressedLines: () => 99 });
    const none = { conversations: 0, strayMessages: 0, people: 0, deliveredRows: 0, deadRows: 0, auditLines: 0 };
    const noDesk = { cases: 0, files: 0, deskSessions: 0, deskMembers: 0 };
    metrics.removed({ ...none, ...noDesk, deliveries: 4, sessions: 5, personKeys: 0 });

    expect(await read(metrics, 'unstuck_web_pages')).to.deep.equal({ unstuck_web_pages: 7 });
    expect(await read(metrics, 'unstuck_log')).to.deep.equal({ unstuck_log_lines_suppressed: 99 });
    const removed = await read(metrics, 'unstuck_retention_removed_total{');
    expect(removed['unstuck_retention_removed_total{kind="sessions"}']).to.equal(5);
  });

  it('tells of the process itself: its memory, and how late its event loop is', async () => {
    const { type, text } = await metrics.text();

    expect(type).to.match(/^text\/plain; version=0\.0\.4/);
    expect(text).to.include('process_resident_memory_bytes ').and.include('nodejs_eventloop_lag_p99_seconds ');
  });

  it('keeps two sets apart', async () => {
    metrics.request('none', 404);

    const other = await read(
      createMetrics(() => NOON),
      'unstuck_http_requests_total{',
    );

    expect(other).to.deep.equal({});
  });
});

describe('noMetrics', () => {
  it('takes everything and has nothing', async () => {
    noMetrics.request('/web/open', 204);
    noMetrics.turn('failed', 1);
    noMetrics.outbox.died('refused');

    expect((await noMetrics.text()).text).to.equal('');
  });
});

/** All that a label may say. */
const FIXED: readonly RegExp[] = [
  /^(route)=(\/(web\/(open|messages|events)|api\/messages|healthz|readyz)|none)$/,
  /^(status)=[2-5]\d\d$/,
  /^(channel)=(web|teams)$/,
  /^(code|outcome|why)=[a-z-]+$/,
  /^(kind|type|space)=[A-Za-z_]+$/,
  /^(le)=([\d.]+|\+Inf)$/,
  /^(version|major|minor|patch)=v?[\d.]+$/,
];

describe('metrics after a day with people', () => {
  it('say nothing about any of them', async () => {
    const metrics = createMetrics(() => NOON);
    const clock = handClock();
    const { log } = recordingLog();
    const web = createWebChannel({
      ...{ sessions: memoryWebSessions(), history: memoryWebHistory(), logic: echo, publicUrl: undefined, log },
      ...{ clock: clock.now, newId: newSessionId, every: clock.every },
      onRefusal: (why) => metrics.refusal('web', why),
    });
    const routes = [
      ...webRoutes(web),
      ...healthRoutes(
        async () => true,
        () => new Date(0),
      ),
      botRoute(async () => ({ status: 403 })),
    ];
    const server = await startServer({ routes, log, endStreams: web.close, onAnswer: metrics.request });
    metrics.watch({ pages: web.pages });

    const ada = visitorOf(server.origin);
    await ada.open({ 'x-forwarded-for': '198.51.100.77' });
    await ada.says('delivery-of-ada', 'my secret words');
    await ada.send({ id: 'x', nothing: 'ada@contoso.com' });
    await ada.open({ origin: 'https://evil.example' });
    await visitorOf(server.origin).says('y', 'no session');
    await fetch(`${server.origin}/ada/secret?words=1`);
    await fetch(`${server.origin}/api/messages`, { method: 'POST', body: '{"a":1}' });
    await sendRaw(server.port, 'ADA secret\r\n\r\n');
    for (let nth = 0; nth < 250; nth++) await ada.says(`id-${nth}`, 'flood');
    metrics.turn('committed', 12);
    const { text } = await metrics.text();
    await server.close();

    const said = ['secret', 'ada', 'delivery-of', 'evil', 'flood', '198.51', '127.0.0', ada.session()];
    for (const word of said) expect(text.toLowerCase()).not.to.include(word.toLowerCase());
    const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`);
    expect(labels.filter((label) => !FIXED.some((form) => form.test(label)))).to.deep.equal([]);
    expect(text).to.include('code="address-too-fast"').and.include('code="foreign-origin"').and.include('status="400"');
  });
});
