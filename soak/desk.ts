import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataPlace } from '../src/storage/openStorage.ts';
import { startPostgres } from '../test/support/startPostgres.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { DESK_STEPS, type Step } from './bot/childSettings.ts';
import { crashPlan, type LifePlan } from './bot/crashPlan.ts';
import { stepResults } from './bot/stepResults.ts';
import type { Asker } from './desk/asker.ts';
import { judge } from './desk/judge.ts';
import { readKept } from './desk/kept.ts';
import { pause, until } from './desk/patience.ts';
import { openScene, type Scene } from './desk/scene.ts';
import { liveThrough } from './desk/story.ts';
import { judgeAnswers } from './people/judgeAnswers.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `desk`. */
const ENDS = 200;
/** Of as many again as these, over PostgreSQL; a short run leaves it out. */
const ENDS_ON_POSTGRES = 40;
const FEWEST_ON_POSTGRES = 10;

const FULL = { inTeams: 16, onPage: 8, handsInTeams: 7, handsOnPage: 2 };
const SMALL = { inTeams: 5, onPage: 3, handsInTeams: 4, handsOnPage: 1 };

/** So many ends one after another, and then a rest in which all has to come to the desk. */
const ENDS_IN_A_ROW = 10;
/** A short run has a rest in it, too. */
const FEWEST_ROWS = 2;
const SHORTEST_REST_MS = 3_000;
const LONGEST_REST_MS = 60_000;

/** Only a new case comes to the one step, and in a short run few people come to the others. */
const PLAN = {
  steps: DESK_STEPS,
  latestHit: (step: Step) => (step === 'case-card-posted' ? 1 : 6),
  stepWithinMs: 5_000,
};
/** How long a step is waited for that nothing has ended at yet, in milliseconds. */
const AT_LAST_MS = 20_000;

/** Between two cases of one person, in milliseconds, and as much again at random. */
const BREATH = 1_500;
/** Between two looks at whether everything has come, in milliseconds. */
const LOOK_AGAIN = 1_000;

/** How long the last messages may take, in milliseconds. */
const ARRIVE_WITHIN = 120_000;

/** `kill -9`, again and again, while people send cases to a desk whose channel fails a third of the time. */
export const deskSoak: Soak = async (run) => {
  const built = await buildBot();
  const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-desk-'));
  try {
    const sqlite = await atDesk(run, { built, place: { dataDir }, ends: ENDS });
    if (ENDS_ON_POSTGRES * run.scale < FEWEST_ON_POSTGRES) return sqlite;
    const postgres = await startPostgres({ durable: true });
    try {
      const { url } = await postgres.freshDatabase();
      const place = { dataDir, databaseUrl: url };
      return together(sqlite, await atDesk(run, { built, place, ends: ENDS_ON_POSTGRES }));
    } finally {
      await postgres.end();
    }
  } finally {
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
};

function together(sqlite: SoakResult, postgresql: SoakResult): SoakResult {
  const onPostgres = Object.entries(postgresql.counts).map(([what, count]) => [`PostgreSQL: ${what}`, count] as const);
  return {
    counts: { ...sqlite.counts, ...Object.fromEntries(onPostgres) },
    failures: [...sqlite.failures, ...postgresql.failures.map((failure) => `PostgreSQL: ${failure}`)],
  };
}

interface Setting {
  readonly built: BuiltBot;
  readonly place: DataPlace;
  readonly ends: number;
}

async function atDesk(run: SoakRun, { built, place, ends }: Setting): Promise<SoakResult> {
  const plan = crashPlan(Math.round(ends * run.scale), run.random, PLAN);
  const size = run.scale < 0.1 ? SMALL : FULL;
  const env = { DATA_DIR: place.dataDir, ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }) };
  const scene = await openScene({ built, seed: run.seed, size, env });
  const { lives, cast, stage, flaws } = scene;
  const first = await lives.goOn();
  await cast.openDesk();
  scene.setFair(false);
  const living = cast.askers.map((asker) => goOn(asker, scene));
  await first.end('kill');
  await endAll(plan, scene, run.say);
  const last = await lives.goOn();
  scene.setOver();
  await Promise.all(living);
  await cast.settled();
  scene.setFair(true);
  const judged = await judgeInTime(scene, place);
  await last.end('stop');
  await scene.close();
  const steps = stepResults(lives.counts, true, DESK_STEPS);
  const { copies, retries } = scene.counts;
  const people = cast.askers.length;
  return {
    counts: { ends: plan.length, people, ...stage.counts, copies, retries, ...judged.counts, ...steps.counts },
    failures: [...flaws.list(), ...judgeAnswers(scene.counts), ...judged.failures, ...steps.flaws],
  };
}

/** Some ends, and a rest; again and again. */
async function endAll(plan: readonly LifePlan[], scene: Scene, say: (line: string) => void): Promise<void> {
  const rows = Math.max(FEWEST_ROWS, Math.floor(plan.length / ENDS_IN_A_ROW));
  const each = Math.ceil(plan.length / rows);
  for (let at = 0; at < plan.length; at += each) {
    if (at > 0) await rest(scene);
    const ends = plan.slice(at, at + each);
    for (const life of ends) await scene.lives.live(life);
    say(`${at + ends.length} of ${plan.length} ends, ${scene.stage.book.of('sent').length} cases`);
  }
  for (const step of DESK_STEPS) {
    const isLeft = !scene.lives.counts.ended.has(step);
    if (isLeft) await scene.lives.live({ afterMs: AT_LAST_MS, kill: { step, hit: 1 } });
  }
}

/** One case after another. Somebody who waits in vain does no more. */
async function goOn(asker: Asker, { stage, flaws }: Scene): Promise<void> {
  try {
    await asker.arrive();
    while (!stage.isOver()) {
      await liveThrough(asker, stage);
      await pause(BREATH * (1 + stage.random()));
    }
  } catch (error) {
    flaws.add(`${asker.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A life that is left alone until all that was sent before is on the desk. */
async function rest({ lives, flaws, stage: { book, screen } }: Scene): Promise<void> {
  const bot = await lives.goOn();
  const sent = book.of('sent').map(({ mark }) => mark);
  const missing = () => sent.filter((mark) => screen.find(mark) === null);
  const [allThere] = await Promise.all([
    until(() => missing().length === 0 || null, LONGEST_REST_MS),
    pause(SHORTEST_REST_MS),
  ]);
  if (allThere === null)
    flaws.add(`a rest of ${LONGEST_REST_MS / 1000} s did not bring ${missing().join(', ')} to the desk`);
  await bot.end('kill');
}

/** As soon as nothing is missing any more; what is by then never came. */
async function judgeInTime({ channel, desk, cast, stage, lives }: Scene, place: DataPlace): Promise<SoakResult> {
  const end = Date.now() + ARRIVE_WITHIN;
  for (;;) {
    const kept = await readKept(place);
    const { calls } = channel;
    const judged = judge({ calls, channel: desk, askers: cast.askers, book: stage.book, lives: lives.all, kept });
    if (judged.failures.length === 0 || Date.now() > end) return judged;
    await pause(LOOK_AGAIN);
  }
}
