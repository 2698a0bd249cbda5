import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataPlace } from '../src/storage/openStorage.ts';
import { startPostgres } from '../test/support/startPostgres.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { DESK_STEPS, type Step } from './bot/childSettings.ts';
import { crashPlan } from './bot/crashPlan.ts';
import { runScene } from './desk/runScene.ts';
import { openScene } from './desk/scene.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `desk`. */
const ENDS = 200;
/** Of as many again as these, over PostgreSQL; a short run leaves it out. */
const ENDS_ON_POSTGRES = 40;
const FEWEST_ON_POSTGRES = 10;

const FULL = { inTeams: 16, onPage: 8, handsInTeams: 7, handsOnPage: 2 };
const SMALL = { inTeams: 5, onPage: 3, handsInTeams: 4, handsOnPage: 1 };

/** A short run has a rest in it, too. */
const FEWEST_ROWS = 2;

/** Only a new case comes to the one step, and in a short run few people come to the others. */
const PLAN = {
  steps: DESK_STEPS,
  latestHit: (step: Step) => (step === 'case-card-posted' ? 1 : 6),
  stepWithinMs: 5_000,
};
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
  return runScene(scene, { plan, place, fewestRows: FEWEST_ROWS, say: run.say });
}
