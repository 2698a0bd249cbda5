import type { Log } from './log.ts';
import type { Swept } from './storage/retention.ts';

const HOUR = 60 * 60 * 1000;
/** Runs are up to so much earlier or later than an hour apart, so that several processes don't go on as one. */
const JITTER = 0.1;
/** In milliseconds, between two batches: turns get most of the time. */
const BREATH = 20;

/** Waits so many milliseconds, or less once `signal` is aborted. Never rejects. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** What the job needs. */
export interface RetentionJobParts {
  /** One run over the old data; between two batches it calls `goOn`, and ends where that says no. */
  readonly sweep: (goOn: () => Promise<boolean>) => Promise<Swept>;
  readonly wait: Wait;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
}

/** A job that runs. */
export interface RetentionJob {
  /** Ends it after the batch that it is at. */
  stop(): Promise<void>;
}

/** What is said of each kind, its count beside it. */
const linesOf = (swept: Swept): readonly (readonly [count: number, message: string])[] => [
  [swept.deliveries, 'old delivery keys removed'],
  [swept.conversations, 'idle conversations removed'],
  [swept.sessions, 'idle web sessions removed, with their messages'],
  [swept.strayMessages, 'messages of removed web sessions removed'],
  [swept.people, 'people forgotten'],
  [swept.deliveredRows, 'delivered outbox rows removed'],
  [swept.deadRows, 'dead outbox rows removed'],
  [swept.auditLines, 'old audit lines removed'],
  [swept.personKeys, 'unused audit keys removed'],
  [swept.cases, 'closed cases removed, with their trail'],
  [swept.files, 'files of removed cases, or of none, removed'],
  [swept.deskSessions, 'sessions of the desk page that were over removed'],
  [swept.deskMembers, 'people who have left the desk forgotten'],
];

/** Removes what is too old: now, and then about every hour. A run that fails is logged; the next one makes up for it. */
export function startRetentionJob(parts: RetentionJobParts): RetentionJob {
  const end = new AbortController();
  const running = keepSweeping(parts, end.signal);
  return {
    async stop() {
      end.abort();
      await running;
    },
  };
}

async function keepSweeping(parts: RetentionJobParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sweepOnce(parts, signal);
    await parts.wait(HOUR * (1 - JITTER + 2 * JITTER * parts.random()), signal);
  }
}

async function sweepOnce({ sweep, wait, log }: RetentionJobParts, signal: AbortSignal): Promise<void> {
  try {
    const swept = await sweep(async () => {
      await wait(BREATH, signal);
      return !signal.aborted;
    });
    for (const [count, message] of linesOf(swept)) if (count > 0) log.info({ count }, message);
  } catch (err) {
    log.error({ err }, 'old data could not be removed');
  }
}
