import type { AppParts, Built } from './app/built.ts';
import { buildCaseClock, rescheduleCases } from './app/caseClock.ts';
import { buildDesk, type Desk } from './app/desk.ts';
import { deskNotes } from './app/deskNotes.ts';
import { buildDeskPage } from './app/deskPage.ts';
import { buildOutbox, type Channels } from './app/outbox.ts';
import { buildPersonalTurns } from './app/personalTurns.ts';
import { buildPlacesWatch } from './app/placesWatch.ts';
import { startRetention } from './app/retention.ts';
import { buildTeams } from './app/teams.ts';
import { buildTurnStore } from './app/turnStore.ts';
import { buildTurns } from './app/turns.ts';
import { buildWeb } from './app/web.ts';
import type { WebChannel } from './channels/web/webChannel.ts';
import type { Config } from './config/config.ts';
import type { Dispatcher } from './helpdesk/dispatcher.ts';
import type { Lookout } from './helpdesk/lookout.ts';
import type { Metrics } from './metrics.ts';
import { noMetrics } from './noMetrics.ts';
import { readPack } from './readPack.ts';
import type { RetentionJob } from './retentionJob.ts';
import { botRoute } from './server/botRoute.ts';
import { caseLinkRoute } from './server/caseLinkRoute.ts';
import { createServer, type Server } from './server/createServer.ts';
import { deskRoutes } from './server/deskRoutes.ts';
import { healthRoutes } from './server/healthRoutes.ts';
import { limits } from './server/limits.ts';
import { loadPage } from './server/loadPage.ts';
import { createMetricsServer } from './server/metricsServer.ts';
import { readPageFile } from './server/readPageFile.ts';
import type { Route } from './server/route.ts';
import { sharedFileRoute } from './server/sharedFileRoute.ts';
import { slackRoutes } from './server/slackRoutes.ts';
import { webRoutes } from './server/webRoutes.ts';
import { openStorage } from './storage/openStorage.ts';
import { createLanes } from './turn/lane.ts';
import { createPaces } from './turn/pace.ts';

/** The folder of the built web page, beside `src` and in `dist`. */
const PAGE_FOLDER = new URL('../dist/web/', import.meta.url).pathname;

/** Shorter than the time that process managers wait before they kill: 10 s (Docker), 30 s (Kubernetes), 90 s (systemd). */
const DRAIN_MS = 8_500;

/** What is left of those 10 s for letting go of the data: a database that hangs must not hold up the end. */
const LET_GO_MS = 1_000;

/** What a running bot offers to whoever started it. */
export interface App {
  readonly port: number;
  /** Where metrics are served; undefined when they aren't. */
  readonly metricsPort: number | undefined;
  /** What lets one person in at the desk's page, once; null where there is no page or a configured token. */
  readonly deskToken: string | null;
  /** Stops taking requests, finishes what is running, lets go of the data; within ten seconds. */
  close(): Promise<void>;
}

/** Builds every part from the configuration and starts to listen. Throws an `AppError` that says what to do. */
export async function startApp(config: Config, parts: AppParts): Promise<App> {
  const storage = await openStorage(config);
  try {
    const metrics = await metricsOf(config, parts);
    const lanes = createLanes();
    return await serve({ ...parts, config, storage, lanes, metrics, paces: createPaces(parts.now) });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function metricsOf(config: Config, { now, log }: AppParts): Promise<Metrics> {
  if (config.metrics === undefined) return noMetrics;
  const { createMetrics } = await import('./metrics.ts');
  const metrics = createMetrics(now);
  metrics.watch({ suppressedLines: log.suppressed });
  return metrics;
}

async function serve(parts: Omit<Built, 'wakeOutbox' | 'store'>): Promise<App> {
  const { config, log, metrics } = parts;
  let outbox: Dispatcher | undefined;
  let clock: Lookout | undefined;
  let deskPage: Channels['deskPage'];
  const wakeOutbox = () => {
    outbox?.wake();
    clock?.wake();
    deskPage?.wake();
  };
  const built: Built = { ...parts, wakeOutbox, store: buildTurnStore({ ...parts, wakeOutbox }) };
  const pack = await readPack(config.pack);
  const turns = buildTurns(built);
  // Loaded only where it is configured.
  const slackParts = config.slack.enabled ? await import('./app/slack.ts') : null;
  const line = (await slackParts?.openSlack(built)) ?? null;
  const desk = await buildDesk(built, { turns, pack, slackTeam: line?.team ?? null });
  await rescheduleCases(desk);
  const personal = buildPersonalTurns(built, { turns, pack, desk: desk.personal });
  const page = buildDeskPage(built, desk);
  deskPage = page?.channel;
  const channels: Channels = {
    teams: config.teams.enabled ? buildTeams(built, personal, desk) : undefined,
    slack: line ? slackParts?.buildSlack(built, { personal, desk, line }) : undefined,
    web: config.web.enabled ? buildWeb(built, personal, desk) : undefined,
    deskPage,
  };
  outbox = buildOutbox(built, desk, channels);
  clock = buildCaseClock(built, desk);
  const places = buildPlacesWatch(built, desk, () => desk.settlePlaces(async () => (await line?.askTeam()) ?? null));
  const server = createServer({
    routes: await routesOf(built, desk, channels),
    ...{ limits, log },
    endStreams: async () => {
      await Promise.all([channels.web?.close(), channels.deskPage?.close()]);
    },
    trustedProxies: config.trustedProxies,
    https: config.publicUrl?.startsWith('https:') ?? false,
    onAnswer: metrics.request,
  });
  const figures = config.metrics && createMetricsServer({ text: metrics.text, log });
  try {
    const metricsPort = config.metrics && (await figures?.listen(config.metrics.port, config.metrics.host));
    await channels.teams?.fetchKeys();
    const port = await server.listen(config.port, config.host);
    channels.slack?.start();
    outbox.start();
    clock.start();
    places.start();
    const running = { ...channels, server, figures, outbox, clock, places, retention: startRetention(built) };
    return { port, metricsPort, deskToken: page?.startToken ?? null, close: () => close(built, running) };
  } catch (error) {
    await Promise.all([figures?.close(), channels.teams?.close(), channels.slack?.close()]);
    throw error;
  }
}

async function routesOf(
  { config, now, storage }: Built,
  { stores, shared }: Desk,
  { teams, slack, web, deskPage }: Channels,
): Promise<readonly Route[]> {
  return [
    ...healthRoutes(
      () => storage.ready(),
      now,
      () => deskNotes(stores.places),
    ),
    ...(teams ? [botRoute((request) => teams.receive(request))] : []),
    ...(slack && config.slack.signingSecrets.length > 0 ? slackRoutes(slack) : []),
    ...(web ? [...webRoutes(web), ...(await loadPage(PAGE_FOLDER)), await guestLinkRoute(web)] : []),
    ...(await loadPage(PAGE_FOLDER, 'notice')),
    sharedFileRoute(shared, await readPageFile(PAGE_FOLDER, 'fileLinkOver.html')),
    ...(deskPage ? [...deskRoutes(deskPage), ...(await loadPage(PAGE_FOLDER, 'desk'))] : []),
  ];
}

async function guestLinkRoute(web: WebChannel): Promise<Route> {
  return caseLinkRoute(web, {
    chat: await readPageFile(PAGE_FOLDER, 'index.html'),
    over: await readPageFile(PAGE_FOLDER, 'caseLinkOver.html'),
  });
}

interface Running extends Channels {
  readonly server: Server;
  readonly figures: Server | undefined;
  readonly outbox: Dispatcher;
  readonly clock: Lookout;
  readonly places: Lookout;
  readonly retention: RetentionJob;
}

async function close({ lanes, log, storage, drainMs = DRAIN_MS }: Built, running: Running): Promise<void> {
  const { server, figures, teams, slack, ...work } = running;
  const isDrained = await within(drainMs, async () => {
    const stopped = [work.outbox, work.clock, work.places, work.retention].map((each) => each.stop());
    const shut = Promise.all([server.close(), slack?.stop()]);
    await Promise.all([shut.then(() => lanes.drain()), ...stopped]);
    await Promise.all([teams?.close(), slack?.close(), figures?.close()]);
  });
  // What is cut off was not answered, so its channel delivers it again.
  if (!isDrained) log.warn({ code: 'drain-cut-short', count: lanes.size }, 'ended before all turns had');
  if (!(await within(LET_GO_MS, () => storage.close()))) log.warn({ code: 'storage-hangs' }, 'ended without the data');
}

/** Whether the work was over in time; if it isn't, it goes on. Rejects when the work fails in time. */
async function within(milliseconds: number, work: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work().then(() => true), patience]);
  } finally {
    clearTimeout(timer);
  }
}
