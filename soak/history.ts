import { type Postgres, startPostgres } from '../test/support/startPostgres.ts';
import { type BuiltBot, buildBot } from './bot/buildBot.ts';
import { DESKS } from './history/desks.ts';
import { happenedOf, type Lived } from './history/liveAll.ts';
import { HAPPENINGS } from './history/model.ts';
import { runWorker } from './history/runWorker.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `history`. */
const HISTORIES = 10_000;
const SAY_EVERY = 1_000;

/** Two people and two agents over two processes on one PostgreSQL, as clicks fall; at several desks side by side. */
export const historySoak: Soak = async (run) => {
  const built = await buildBot('history/worker.ts', 'history/instance.ts');
  const postgres = await startPostgres({ durable: false });
  try {
    return await atAllDesks(run, built, postgres);
  } finally {
    await built.remove();
    await postgres.end();
  }
};

async function atAllDesks(run: SoakRun, built: BuiltBot, postgres: Postgres): Promise<SoakResult> {
  const total = Math.max(DESKS.length, Math.round(HISTORIES * run.scale));
  const histories = Math.ceil(total / DESKS.length);
  const instance = { entry: built.more[0] ?? '', flags: built.flags };
  const startedAt = performance.now();
  let lived = 0;
  const onLived = () => {
    if (++lived % SAY_EVERY === 0) run.say(`${lived} of ${histories * DESKS.length} histories`);
  };
  const results = await Promise.all(
    [...DESKS.keys()].map(async (desk) => {
      const { url } = await postgres.freshDatabase();
      return runWorker(built, { instance, databaseUrl: url, desk, seed: run.seed * 10 + desk, histories }, onLived);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { histories: all = 0, ...counts } = sums(results);
  const never = run.scale < 1 ? [] : HAPPENINGS.map(happenedOf).filter((happened) => !counts[happened]);
  return {
    counts: { histories: all, 'histories a second': Math.round((all / seconds) * 10) / 10, ...counts },
    failures: [
      ...results.flatMap(({ failures }, desk) => failures.map((failure) => `at desk ${desk}: ${failure}`)),
      ...never.map((happened) => `never: ${happened}`),
    ],
  };
}

function sums(results: readonly Lived[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [name, count] of results.flatMap(({ counts }) => Object.entries(counts)))
    all[name] = (all[name] ?? 0) + count;
  return all;
}
