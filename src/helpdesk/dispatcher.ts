import type { After } from './after.ts';
import { type DispatcherLimits, LIMITS } from './dispatcherLimits.ts';
import type { Held } from './keepLease.ts';
import { createLookout } from './lookout.ts';
import { createQuietFaults } from './quietFaults.ts';
import { putBackUnsent, type Sending, sendRow } from './sendRow.ts';

/** What a dispatcher is built from. */
export interface DispatcherParts extends Omit<Sending, 'limits' | 'faults'> {
  /** A new id that nobody else has given out, for each lease. */
  readonly newId: () => string;
  readonly limits?: Partial<DispatcherLimits>;
}

/** Sends what is in the outbox. */
export interface Dispatcher {
  /** Begins to look for what is due. */
  start(): void;
  /** To be called after a commit with rows: looks at once. Does nothing before the start and after the stop. */
  wake(): void;
  /**
   * Takes no more rows, and resolves once all that are being sent are dealt with, or after the time for draining: what
   * is under way then is sent again by whoever finds its lease run out. Never rejects.
   */
  stop(): Promise<void>;
}

/** Before looking for more, in milliseconds: others may be taking what is due at this moment. */
const SHORTEST_PAUSE = 20;

/** Sends rows of several queues at once, those of each queue one after another. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { after, now, store } = parts;
  const limits = { ...LIMITS, ...parts.limits };
  const faults = createQuietFaults(parts);
  const sending = { ...parts, limits, faults };
  const underWay = new Set<Promise<void>>();
  let isStopping = false;

  const send = (held: Held): void => {
    const sent = (isStopping ? putBackUnsent(sending, held) : sendRow(sending, held)).catch(faults.tell).finally(() => {
      underWay.delete(sent);
      lookout.wake();
    });
    underWay.add(sent);
  };
  const look = async (): Promise<number> => {
    const limit = limits.atOnce - underWay.size;
    // Whatever ends wakes the lookout.
    if (limit === 0) return limits.idleMs;
    // Reading first: leasing writes, and on SQLite takes the one lock for that, where mostly nothing is due.
    const pause = pauseUntil(await store.nextDue());
    if (pause > 0) return pause;
    const until = new Date(now().getTime() + limits.leaseMs);
    const rows = await store.lease({ now: now(), until, lease: parts.newId(), limit });
    for (const row of rows) send({ row, until });
    return SHORTEST_PAUSE;
  };
  const pauseUntil = (due: Date | null): number => {
    const wait = due === null ? limits.idleMs : due.getTime() - now().getTime();
    return Math.min(wait, limits.idleMs);
  };
  const lookOrTell = async (): Promise<number> => {
    try {
      const pause = await look();
      faults.over();
      return pause;
    } catch (fault) {
      faults.tell(fault);
      return limits.faultMs;
    }
  };
  const lookout = createLookout(lookOrTell, after);

  return {
    start: lookout.start,
    wake: lookout.wake,
    async stop() {
      isStopping = true;
      await within(limits.drainMs, after, async () => {
        await lookout.stop();
        await Promise.all(underWay);
      });
    },
  };
}

/** Resolves once the work is done or the time is over. */
function within(milliseconds: number, after: After, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = after(milliseconds, resolve);
    work().finally(cancel).then(resolve, reject);
  });
}
