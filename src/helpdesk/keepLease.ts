import type { After } from './after.ts';
import type { DispatcherLimits } from './dispatcherLimits.ts';
import type { LeasedRow, OutboxStore } from './outbox.ts';
import type { QuietFaults } from './quietFaults.ts';

/** A row and the end of its lease. */
export interface Held {
  readonly row: LeasedRow;
  readonly until: Date;
}

/** The same for as long as somebody works on it: the end moves on. */
export interface KeptLease extends Held {
  /** Lets it run out. Resolves once nothing of it is under way. */
  stop(): Promise<void>;
}

/** What keeping a lease needs. */
export interface Keeping {
  readonly store: Pick<OutboxStore, 'renew'>;
  readonly now: () => Date;
  readonly after: After;
  readonly limits: Pick<DispatcherLimits, 'leaseMs' | 'renewMs'>;
  readonly faults: QuietFaults;
}

/** Renews a lease from time to time. One that has gone to another is let go; marking the row will say so. */
export function keepLease({ store, now, after, limits, faults }: Keeping, { row, until }: Held): KeptLease {
  let end = until;
  let isOver = false;
  let renewing: Promise<void> = Promise.resolve();

  const renew = async (): Promise<void> => {
    const next = new Date(now().getTime() + limits.leaseMs);
    try {
      if (!(await store.renew(row, next))) return;
      end = next;
    } catch (fault) {
      // It is tried again: what is left of the lease is for that.
      faults.tell(fault);
    }
    if (!isOver) cancel = later();
  };
  const later = () =>
    after(limits.renewMs, () => {
      renewing = renew();
    });
  let cancel = later();

  return {
    row,
    get until() {
      return end;
    },
    stop() {
      isOver = true;
      cancel();
      return renewing;
    },
  };
}
