import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { startBotProcess } from '../test/support/botProcess.ts';
import { type FakeConnector, startFakeConnector } from '../test/support/fakeConnector.ts';
import { visitorOf } from '../test/support/httpWeb.ts';
import { arbitraryActivity } from './hostile/arbitraryActivity.ts';
import { arbitraryRequest } from './hostile/arbitraryRequest.ts';
import { judge } from './hostile/judge.ts';
import { knownAttacks } from './hostile/knownAttacks.ts';
import { type HostileRequest, sendAll, type Tally } from './hostile/sendAll.ts';
import { openSlowSockets } from './hostile/slowSockets.ts';
import { watchHealth } from './hostile/watchHealth.ts';
import type { Soak, SoakRun } from './soakRun.ts';

/** At scale 1. Source: docs/reliability.md. */
const SOCKETS = 500;
const BODIES = 10_000;
const ACTIVITIES = 100_000;
const ROUNDS = 20;

/** Fewer than one address may open in a minute. */
const PAGES = 20;

/** Made at a time. */
const BATCH = 500;

/** When a bot has to have ended whoever says too little, in milliseconds: 30 s for a request, and a slow machine. */
const ENDED_WITHIN = 45_000;

/** Everything that a stranger can send, against the bot in a process of its own; its health is watched throughout. */
export const hostileSoak: Soak = async (run) => {
  const connector = await startFakeConnector();
  const bot = await startBotProcess({ LOG_LEVEL: 'debug', TRUSTED_PROXIES: '127.0.0.1' });
  const health = watchHealth(bot.origin);
  const port = Number(new URL(bot.origin).port);
  const sockets = await openSlowSockets(port, { count: scaled(run, SOCKETS), withBodies: run.scale >= 0.5 });
  const tally: Tally = new Map();
  try {
    run.say('known attacks');
    await sendAll(bot.origin, knownAttacks(scaled(run, ROUNDS)), tally);
    run.say('random bodies');
    const pages = { origin: bot.origin, cookies: await openPages(bot.origin) };
    await sendAll(bot.origin, sampled(arbitraryRequest(pages), scaled(run, BODIES), run.seed), tally);
    run.say('random activities');
    const calls = countCalls(connector);
    await sendAll(bot.origin, activities(connector.serviceUrl, run), tally);
    run.say('waiting for slow clients to be ended');
    await sockets.untilEnded(ENDED_WITHIN);
    const exited = bot.child.exitCode !== null || bot.child.signalCode !== null;
    const temp = await readdir(bot.tempFolder);
    const seen = { health: await health.end(), exited, temp, slow: sockets.stillOpen(), tally, calls: calls.end() };
    return await judge({ ...seen, output: bot.output(), dataFolder: bot.dataFolder, pid: bot.child.pid ?? 0 });
  } finally {
    sockets.close();
    await bot.kill();
    await bot.remove();
    await connector.close();
  }
};

/** Opens some pages, and gives the cookies of their sessions. */
async function openPages(origin: string): Promise<readonly string[]> {
  const visitors = Array.from({ length: PAGES }, () => visitorOf(origin));
  for (const visitor of visitors) await visitor.open();
  return visitors.map((visitor) => visitor.cookie());
}

/** How often the bot answered somebody. What it said would fill the memory, so it is not kept. */
function countCalls(connector: FakeConnector): { end(): number } {
  let calls = 0;
  const clear = () => {
    calls += connector.count();
    connector.clear();
  };
  const timer = setInterval(clear, 1_000);
  return {
    end() {
      clearInterval(timer);
      clear();
      return calls;
    },
  };
}

function scaled({ scale }: SoakRun, count: number): number {
  return Math.max(1, Math.round(count * scale));
}

function* activities(serviceUrl: string, run: SoakRun): Generator<HostileRequest> {
  const headers = { 'content-type': 'application/json' };
  for (const activity of sampled(arbitraryActivity(serviceUrl), scaled(run, ACTIVITIES), run.seed)) {
    yield { kind: 'random activity', method: 'POST', path: '/api/messages', headers, body: JSON.stringify(activity) };
  }
}

/** So many values by the seed, made as they are needed. */
function* sampled<T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): Generator<T> {
  for (let made = 0; made < count; made += BATCH) {
    yield* fc.sample(arbitrary, { seed: seed + made, numRuns: Math.min(BATCH, count - made) });
  }
}
