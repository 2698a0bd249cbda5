import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../test/support/startPostgres.ts';
import { randomFrom } from './random.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';
import { type StormSize, stormOver } from './storm/stormOver.ts';

/** At scale 1, for each database. Source of the time: docs/reliability.md, `storm`. */
const LASTS_MS = 5 * 60_000;
const ROWS = 4_000;
const QUEUES = 200;
const LONGEST_WAIT = 10;

/** The product’s, and the least that a short run comes down to: nobody waits 15 minutes for the end of a storm of 10 s. */
const BACK_OFF = { baseMs: 1_000, capMs: 15 * 60_000 };
const LEAST = { lastsMs: 8_000, rows: 200, queues: 40, longestWait: 4, baseMs: 200, capMs: 2_000 };

/** Processes that send, for each database. */
const WORKERS = 2;

/** A channel that is too busy for most, and what of the outbox comes through: over SQLite and PostgreSQL at once. */
export const stormSoak: Soak = async (run) => {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-storm-'));
  const postgres = await startPostgres({ durable: true });
  try {
    const { url } = await postgres.freshDatabase();
    const sizes = [sizeOf(run, 1), sizeOf(run, 2)] as const;
    const [sqlite, postgresql] = await Promise.all([
      stormOver({ dataDir: folder }, sizes[0]),
      stormOver({ dataDir: folder, databaseUrl: url }, sizes[1]),
    ]);
    return together({ SQLite: sqlite, PostgreSQL: postgresql });
  } finally {
    await postgres.end();
    await rm(folder, { recursive: true, force: true });
  }
};

function sizeOf({ seed, scale, minutes }: SoakRun, which: number): StormSize {
  const lastsMs = minutes === undefined ? LASTS_MS * scale : minutes * 60_000;
  const by = lastsMs / LASTS_MS;
  const atLeast = (least: number, whole: number) => Math.max(least, Math.round(whole * by));
  return {
    random: randomFrom(seed + which),
    lastsMs: Math.max(LEAST.lastsMs, lastsMs),
    rows: atLeast(LEAST.rows, ROWS),
    queues: atLeast(LEAST.queues, QUEUES),
    longestWait: Math.min(LONGEST_WAIT, atLeast(LEAST.longestWait, LONGEST_WAIT)),
    // A fifth of the storm is long enough for the whole of the first waits.
    backOff: {
      baseMs: Math.min(BACK_OFF.baseMs, atLeast(LEAST.baseMs, BACK_OFF.baseMs * 5)),
      capMs: Math.min(BACK_OFF.capMs, atLeast(LEAST.capMs, BACK_OFF.capMs)),
    },
    workers: WORKERS,
  };
}

function together(results: Readonly<Record<string, SoakResult>>): SoakResult {
  const all = Object.entries(results);
  return {
    counts: Object.fromEntries(
      all.flatMap(([name, { counts }]) => Object.entries(counts).map(([what, count]) => [`${name}: ${what}`, count])),
    ),
    failures: all.flatMap(([name, { failures }]) => failures.map((failure) => `${name}: ${failure}`)),
  };
}
