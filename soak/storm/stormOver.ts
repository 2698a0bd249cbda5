import { setTimeout as delay } from 'node:timers/promises';
import type { BackOff } from '../../src/helpdesk/backOff.ts';
import { createAppendOutbox } from '../../src/storage/appendOutbox.ts';
import { attempt } from '../../src/storage/attempt.ts';
import { inTransaction } from '../../src/storage/inTransaction.ts';
import { type DataPlace, openStorage } from '../../src/storage/openStorage.ts';
import { createOutboxStore } from '../../src/storage/outboxStore.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type { SoakResult } from '../soakRun.ts';
import { judge } from './judge.ts';
import { type StormMessage, type StormReceiver, startStormReceiver } from './receiver.ts';
import { startWorker, type Worker } from './startWorker.ts';
import { stormRow } from './stormRow.ts';

/** How big a storm is. Times are in milliseconds. */
export interface StormSize {
  readonly random: () => number;
  readonly lastsMs: number;
  readonly rows: number;
  readonly queues: number;
  /** The longest Retry-After, in seconds. */
  readonly longestWait: number;
  readonly backOff: BackOff;
  readonly workers: number;
}

/** Source: docs/reliability.md, `storm`. */
const REFUSED = 0.8;

/** The most rows of one commit, as of a turn that tells several. */
const ROWS_AT_ONCE = 3;

/** What is slow on a busy machine, beyond the longest wait. */
const GRACE_MS = 30_000;

/** One storm over one database: rows come all through it, and after it everything has to arrive. */
export async function stormOver(place: DataPlace, size: StormSize): Promise<SoakResult> {
  const { random, longestWait } = size;
  const receiver = await startStormReceiver({ random, refused: REFUSED, longestWait });
  const storage = await openStorage(place, { as: 'tool' });
  const workers: Worker[] = [];
  try {
    for (let count = 0; count < size.workers; count++) {
      workers.push(await startWorker({ place, backOff: size.backOff }));
    }
    const committed = await commitAll({ storage, receiver, workers, size });
    const inStorm = receiver.ledger.length;
    receiver.calm();
    await allTaken(receiver, committed.length, size.backOff.capMs + longestWait * 1_000 + GRACE_MS);
    const codes = await Promise.all(workers.map((worker) => worker.stop()));
    const figures = await createOutboxStore(storage.db).figures();
    const complaints = workers.flatMap((worker) => worker.complaints);
    return resultOf({ committed, receiver, inStorm, codes, complaints, left: figures.waiting + figures.dead });
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await storage.close();
    await receiver.close();
  }
}

interface Stage {
  readonly storage: Storage;
  readonly receiver: StormReceiver;
  readonly workers: readonly Worker[];
  readonly size: StormSize;
}

/** Commits the rows evenly over the storm, each commit waking one of the processes, as the one that ran the turn. */
async function commitAll({ storage, receiver, workers, size }: Stage): Promise<readonly StormMessage[]> {
  const { random, lastsMs, rows, queues } = size;
  const append = createAppendOutbox(storage.db);
  const numbers = new Map<string, number>();
  const committed: StormMessage[] = [];
  const startedAt = performance.now();
  while (committed.length < rows) {
    const batch = Array.from({ length: 1 + Math.floor(random() * ROWS_AT_ONCE) }, () => {
      const queue = `19:storm-${Math.floor(random() * queues)}@thread.tacv2`;
      const number = (numbers.get(queue) ?? 0) + 1;
      numbers.set(queue, number);
      return { queue, number };
    });
    await attempt('commit a batch', () =>
      inTransaction(storage.db, async (transaction) => {
        const newRows = batch.map((message) => stormRow(message, receiver.serviceUrl));
        await append(transaction, newRows, new Date());
        return true;
      }),
    );
    committed.push(...batch);
    workers[committed.length % workers.length]?.wake();
    await delay(Math.max(0, startedAt + (lastsMs * committed.length) / rows - performance.now()));
  }
  return committed;
}

/** Resolves once so many were taken, or when it has waited in vain: the ledger then says what is missing. */
async function allTaken(receiver: StormReceiver, count: number, withinMs: number): Promise<void> {
  const given = new AbortController();
  const isAll = () => receiver.ledger.filter(({ status }) => status === 201).length >= count;
  const taken = new Promise<void>((resolve) => {
    const look = () => isAll() && resolve();
    receiver.onTaken(look);
    look();
  });
  await Promise.race([taken, delay(withinMs, undefined, { signal: given.signal })]);
  given.abort();
}

/** Four standard deviations: that the dice alone fall so far off happens once in 16,000 runs. */
function likelyError(calls: number): number {
  return 4 * Math.sqrt((REFUSED * (1 - REFUSED)) / Math.max(1, calls));
}

interface Ended {
  readonly committed: readonly StormMessage[];
  readonly receiver: StormReceiver;
  /** Calls before the storm was over. */
  readonly inStorm: number;
  readonly codes: readonly (number | null)[];
  readonly complaints: readonly string[];
  /** Rows that the database has as waiting or dead. */
  readonly left: number;
}

function resultOf({ committed, receiver, inStorm, codes, complaints, left }: Ended): SoakResult {
  const { ledger } = receiver;
  const verdict = judge(committed, ledger);
  const refused = ledger.filter(({ status }) => status === 429).length;
  const mustBeNone: Readonly<Record<string, number>> = {
    'rows lost': verdict.lost,
    'rows taken twice': verdict.twice,
    'calls out of order': verdict.outOfOrder,
    'calls beside another of the same queue': verdict.overlapped,
    'calls before the end of a Retry-After': verdict.early,
    'rows left over in the database': left,
    'processes that did not end well': codes.filter((code) => code !== 0).length,
    'lines of complaint in their logs': complaints.length,
  };
  const share = refused / Math.max(1, inStorm);
  const failures = Object.entries(mustBeNone)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
  if (Math.abs(share - REFUSED) > likelyError(inStorm))
    failures.push(`it was no storm: ${Math.round(share * 100)} % were refused`);
  if (verdict.early > 0) failures.push(`the earliest came ${verdict.earliestBy} ms too soon`);
  failures.push(...complaints.slice(0, 3));
  return {
    counts: {
      'rows committed': committed.length,
      queues: new Set(committed.map(({ queue }) => queue)).size,
      'calls in the storm': inStorm,
      'answered 429': refused,
      'calls in all': ledger.length,
      ...mustBeNone,
    },
    failures,
  };
}
