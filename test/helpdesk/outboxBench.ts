import { createDispatcher, type Dispatcher, type DispatcherParts } from '../../src/helpdesk/dispatcher.ts';
import type { Delivery, DeliveryOutcome, OutboxStore } from '../../src/helpdesk/outbox.ts';
import { createLog, type LogLevel } from '../../src/log.ts';
import { AT, rowsOf } from '../contracts/outboxSamples.ts';
import { createMemoryOutbox, type MemoryOutbox } from '../support/memoryOutbox.ts';
import { type ManualClock, manualClock } from './manualClock.ts';

/** An attempt as the receiver saw it. */
export interface Attempt {
  readonly id: string;
  /** Milliseconds since the beginning. */
  readonly at: number;
  readonly number: number;
  readonly mayBeRepeat: boolean;
}

/** What the receiver does with a row; it takes what it isn't told about. */
export type Receive = (row: Delivery) => Promise<DeliveryOutcome>;

/** An outbox, a receiver that keeps a ledger, and a clock to move on by hand. */
export interface OutboxBench {
  readonly clock: ManualClock;
  readonly store: MemoryOutbox;
  readonly ledger: readonly Attempt[];
  readonly lines: readonly Record<string, unknown>[];
  readonly counted: { attempted: DeliveryOutcome['kind'][]; died: string[] };
  receive: Receive;
  add(...ids: readonly string[]): void;
  dispatcher(parts?: Partial<DispatcherParts>): Dispatcher;
  /** How often each row has been tried, and when. */
  timesOf(id: string): readonly number[];
}

export const delivered: DeliveryOutcome = { kind: 'delivered', receipt: 'receipt' };

/** How long the bench tries a row, in milliseconds. */
export const PATIENCE = 24 * 60 * 60_000;

/** Random numbers are 0.5, so that a wait is half of its ceiling. */
export function outboxBench(level: LogLevel = 'warn'): OutboxBench {
  const clock = manualClock(AT);
  const store = createMemoryOutbox();
  const ledger: Attempt[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ level, destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  const counted: OutboxBench['counted'] = { attempted: [], died: [] };
  const since = () => clock.now().getTime() - AT.getTime();
  let leases = 0;
  const bench: OutboxBench = {
    ...{ clock, store, ledger, lines, counted },
    receive: async () => delivered,
    add: (...ids) => store.add(rowsOf(...ids), clock.now()),
    timesOf: (id) => ledger.filter((attempt) => attempt.id === id).map(({ at }) => at),
    dispatcher: (parts) =>
      createDispatcher({
        ...{ store, log, now: clock.now, after: clock.after, random: () => 0.5 },
        patience: () => PATIENCE,
        newId: () => `lease ${++leases}`,
        async deliver(row) {
          ledger.push({ id: row.id, at: since(), number: row.attempt, mayBeRepeat: row.mayBeRepeat });
          return bench.receive(row);
        },
        watch: { attempted: (kind) => counted.attempted.push(kind), died: (why) => counted.died.push(why) },
        ...parts,
      }),
  };
  return bench;
}

/** A promise and the way to settle it. */
export function later<T>(): { readonly promise: Promise<T>; readonly settle: (value: T) => void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

/** A storage that fails in one of its methods for as long as it is told to. */
export function failing(store: OutboxStore, method: keyof OutboxStore, isDown: () => boolean): OutboxStore {
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error('scripted by the test'), { code: 'storage-failed' });
  };
  return new Proxy(store, {
    get: (target, name: keyof OutboxStore) => (name === method && isDown() ? fail : target[name]),
  });
}
