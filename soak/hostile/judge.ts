import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoakResult } from '../soakRun.ts';
import type { Tally } from './sendAll.ts';
import type { Health } from './watchHealth.ts';

/** All that was seen of a bot. */
export interface Seen {
  readonly health: Health;
  readonly exited: boolean;
  /** What is left in its folder for temporary files, which was empty. */
  readonly temp: readonly string[];
  /** Clients that say too little and were not ended. */
  readonly slow: number;
  readonly tally: Tally;
  /** How often it called the connector. */
  readonly calls: number;
  readonly output: { readonly stdout: string; readonly stderr: string };
  readonly dataFolder: string;
  readonly pid: number;
}

/** In milliseconds. Source: docs/reliability.md. */
const HEALTH_P99 = 200;

/** Bytes of data for each request that was taken: a state under 2 KB with its keys and indexes. */
const DATA_EACH = 8_192;

/** Lines of the log: ten a minute of each kind, and some dozens of kinds. */
const LINES = 2_000;

/** Kinds of which nothing may be taken. */
const NEVER_TAKEN = ['gzip bomb', 'truncated gzip', 'multipart', 'deep JSON', 'chunked overflow', 'too long'];

/** What a run has come to. */
export async function judge(seen: Seen): Promise<SoakResult> {
  const { health, tally, output } = seen;
  const statuses = [...tally].flatMap(([kind, counts]) =>
    [...counts].map(([status, count]) => ({ kind, status, count })),
  );
  const taken = sum(statuses.filter(({ status }) => status >= 200 && status < 300));
  const dataBytes = await sizeOf(seen.dataFolder);
  const lines = output.stdout.split('\n').length;
  const counts = {
    ...Object.fromEntries(statuses.map(({ kind, status, count }) => [`${kind}: ${status || 'cut off'}`, count])),
    'health asked': health.asked,
    'health p50 in ms': rounded(health.p50),
    'health p99 in ms': rounded(health.p99),
    'health worst in ms': rounded(health.max),
    'slow clients not ended': seen.slow,
    'calls of the connector': seen.calls,
    'data in KB': Math.round(dataBytes / 1024),
    'log lines': lines,
    'memory in MB': await memoryOf(seen.pid),
  };
  const failures = [
    ...(seen.exited ? ['the bot ended'] : []),
    ...statuses
      .filter(({ status }) => status >= 500)
      .map(({ kind, status, count }) => `${count} times ${status} to ${kind}`),
    ...statuses
      .filter(({ kind, status }) => NEVER_TAKEN.includes(kind) && status !== 0 && (status < 400 || status > 499))
      .map(({ kind, status }) => `${status} to ${kind}`),
    ...(health.p99 < HEALTH_P99 ? [] : [`health took ${rounded(health.p99)} ms at p99`]),
    ...(health.failures === 0 ? [] : [`${health.failures} questions after health got no 200`]),
    ...(seen.calls > 0 ? [] : ['no activity was ever answered']),
    ...(health.asked > 0 ? [] : ['health was never asked']),
    ...(seen.temp.length === 0 ? [] : [`left in the temp folder: ${seen.temp.join(', ')}`]),
    ...(seen.slow === 0 ? [] : [`${seen.slow} slow clients were not ended`]),
    ...(output.stderr === '' ? [] : [`on standard error: ${output.stderr.slice(0, 500)}`]),
    ...(lines <= LINES ? [] : [`${lines} lines of log`]),
    ...(dataBytes <= 1024 * 1024 + taken * DATA_EACH ? [] : [`${dataBytes} bytes of data for ${taken} requests taken`]),
  ];
  return { counts, failures };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((total, size) => total + size, 0);
}

/** Resident memory, where the system tells; 0 elsewhere. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
