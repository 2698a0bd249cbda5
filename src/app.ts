import { randomUUID } from 'node:crypto';
import { drawAdaptiveCard } from './bots/drawAdaptiveCard.ts';
import { createPersonalTurns, type PersonalTurns } from './bots/personalTurns.ts';
import { renderCards } from './bots/renderCards.ts';
import { createTroubleshooterBot } from './bots/troubleshooterBot.ts';
import { en } from './cards/text/en.ts';
import { createTeamsChannel, type TeamsChannel } from './channels/teams/teamsChannel.ts';
import { every } from './channels/web/every.ts';
import { newSessionId } from './channels/web/sessionId.ts';
import { createWebChannel, type WebChannel } from './channels/web/webChannel.ts';
import type { Config } from './config/config.ts';
import { caseDialogs } from './dialogs/caseDialogs.ts';
import type { Log } from './log.ts';
import { readPack } from './readPack.ts';
import { botRoute } from './server/botRoute.ts';
import { createServer } from './server/createServer.ts';
import { healthRoutes } from './server/healthRoutes.ts';
import { limits } from './server/limits.ts';
import { loadPage } from './server/loadPage.ts';
import type { Route } from './server/route.ts';
import { webRoutes } from './server/webRoutes.ts';
import { openSqlite } from './storage/openSqlite.ts';
import type { Storage } from './storage/storage.ts';
import { createTurnStore } from './storage/turnStore.ts';
import { createWebHistory } from './storage/webHistory.ts';
import { createWebSessions } from './storage/webSessions.ts';
import { createAnsweredDeliveries } from './turn/answeredDeliveries.ts';
import { createLanes, type Lanes } from './turn/lane.ts';
import { createPaces, type Paces } from './turn/pace.ts';
import { createTurns } from './turn/runTurn.ts';
import type { AtTurnStep } from './turn/steps.ts';

/** The folder of the built web page, beside `src` and in `dist`. */
const PAGE_FOLDER = new URL('../dist/web/', import.meta.url).pathname;

/** What a running bot offers to whoever started it. */
export interface App {
  readonly port: number;
  /** Stops taking requests, finishes what is running, lets go of the data. */
  close(): Promise<void>;
}

/** What may differ between a real start and one in a test. */
export interface AppParts {
  readonly log: Log;
  readonly now: () => Date;
  /** What happens at the named places of a turn; nothing but in a soak run. */
  readonly atStep?: AtTurnStep;
  /** How long closing may wait for what is running, in milliseconds; default 9,500. */
  readonly drainMs?: number;
}

/** Shorter than the time that process managers wait before they kill: 10 s (Docker), 30 s (Kubernetes), 90 s (systemd). */
const DRAIN_MS = 9_500;

interface Built extends AppParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly lanes: Lanes;
  readonly paces: Paces;
}

/** Builds every part from the configuration and starts to listen. Throws an `AppError` that says what to do. */
export async function startApp(config: Config, parts: AppParts): Promise<App> {
  const storage = await openSqlite(config.dataDir);
  try {
    return await serve({ ...parts, config, storage, lanes: createLanes(), paces: createPaces(parts.now) });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function serve(built: Built): Promise<App> {
  const { config, log, storage, lanes } = built;
  const personal = await personalTurns(built);
  const teams = config.teams.enabled ? teamsChannel(built, personal) : undefined;
  const web = config.web.enabled ? webChannel(built, personal) : undefined;
  const routes: Route[] = [
    ...healthRoutes(() => storage.ready()),
    ...(teams ? [botRoute((request) => teams.receive(request))] : []),
    ...(web ? [...webRoutes(web), ...(await loadPage(PAGE_FOLDER))] : []),
  ];
  const server = createServer({ routes, limits, log, endStreams: async () => web?.close() });
  const port = await server.listen(config.port, config.host);
  return {
    port,
    async close() {
      const isDrained = await within(built.drainMs ?? DRAIN_MS, async () => {
        await server.close();
        await lanes.drain();
        await teams?.close();
      });
      // What is cut off was not answered, so its channel delivers it again.
      if (!isDrained) log.warn({ code: 'drain-cut-short', count: lanes.size }, 'ended before all turns had');
      await storage.close();
    },
  };
}

async function personalTurns({
  config,
  log,
  now,
  storage,
  lanes,
  paces,
  atStep = () => undefined,
}: Built): Promise<PersonalTurns> {
  const pack = await readPack(config.pack);
  const store = createTurnStore(storage.db, {
    onCorrupt: ({ conversation }) => log.error({ code: 'state-unreadable', conversation }, 'a case begins anew'),
  });
  return createPersonalTurns({
    turns: createTurns({ store, lanes, answered: createAnsweredDeliveries(), paces, now, atStep }),
    dialogs: caseDialogs({ pack, texts: en, contact: config.helpdeskContact, newCardId: randomUUID }),
    pack,
    deliversByWriting: (channelId) => channelId === 'web',
    linkGiven: en.notices.linkGiven,
    tooFast: en.notices.tooFast,
    log,
  });
}

function webChannel({ config, log, now, storage, paces }: Built, personal: PersonalTurns): WebChannel {
  const web = createWebChannel({
    sessions: createWebSessions(storage.db),
    history: createWebHistory(storage.db),
    logic: botOver(config, {
      log,
      paces,
      personal,
      // Whoever opens the page has come to talk: there is no installation to stay quiet about.
      greet: 'install',
      openPersonalChat: async () => 'not-installed',
    }),
    publicUrl: config.publicUrl,
    clock: now,
    newId: newSessionId,
    every,
    log,
  });
  web.adapter.use(renderCards(() => drawAdaptiveCard));
  storage.onWebMessages(web.wake);
  return web;
}

function teamsChannel({ config, log, now, paces }: Built, personal: PersonalTurns): TeamsChannel {
  const teams: TeamsChannel = createTeamsChannel({
    app: registration(config),
    logic: botOver(config, {
      log,
      paces,
      personal,
      greet: config.greet,
      openPersonalChat: (context, logic) => teams.openPersonalChat(context, logic),
    }),
    log,
    now,
  });
  teams.adapter.use(renderCards(() => drawAdaptiveCard));
  return teams;
}

type OfChannel = Pick<
  Parameters<typeof createTroubleshooterBot>[0],
  'log' | 'paces' | 'personal' | 'greet' | 'openPersonalChat'
>;

function botOver(config: Config, ofChannel: OfChannel): ReturnType<typeof createTroubleshooterBot> {
  const { catalogueAppId } = config.teams;
  return createTroubleshooterBot({
    ...ofChannel,
    texts: en,
    contact: config.helpdeskContact,
    appLink: catalogueAppId ? `https://teams.microsoft.com/l/app/${catalogueAppId}` : undefined,
    // An address is of use to people only where the page is.
    publicUrl: config.web.enabled ? config.publicUrl : undefined,
  });
}

function registration({ teams }: Config): Parameters<typeof createTeamsChannel>[0]['app'] {
  const { appId, appPassword, appType, tenantId } = teams;
  if (appId === undefined || tenantId === undefined) return null;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
  };
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
