import type { LeasedRow, NewOutboxRow, OutboxStore } from '../../src/helpdesk/outbox.ts';

/** A row with all that is known of it. */
export interface MemoryOutboxRow extends NewOutboxRow {
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly unheard: number;
  readonly failures: number;
  readonly mayBeRepeat: boolean;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly lease: { readonly id: string; readonly until: Date } | null;
  readonly receipt: string | null;
}

/** An outbox that is gone with the process, for tests. */
export interface MemoryOutbox extends OutboxStore {
  /** What a turn's commit does. */
  add(rows: readonly NewOutboxRow[], at: Date): void;
  /** As they stand, oldest first. */
  rows(): readonly MemoryOutboxRow[];
}

/** Keeps the same promises as the outbox in a database, within one process. */
export function createMemoryOutbox(): MemoryOutbox {
  const rows = new Map<string, MemoryOutboxRow>();

  const change = async ({ id, lease }: LeasedRow, to: Partial<MemoryOutboxRow>): Promise<boolean> => {
    const row = rows.get(id);
    if (row?.state !== 'waiting' || row.lease?.id !== lease) return false;
    rows.set(id, { ...row, ...to, lease: null });
    return true;
  };

  return {
    add(added, at) {
      for (const { before, ...row } of added) {
        if (rows.has(row.id)) continue;
        const ofQueue = [...rows.values()].filter(({ queue }) => queue === row.queue);
        rows.set(row.id, newRow(row, at));
        const from = ofQueue.findIndex(({ id }) => id === before);
        // That row and what is behind it go to the end, in their order.
        for (const moved of from < 0 ? [] : ofQueue.slice(from)) {
          rows.delete(moved.id);
          rows.set(moved.id, moved);
        }
      }
    },
    rows: () => [...rows.values()],
    async lease({ now, until, lease, limit }) {
      const due = firstRows(rows)
        .filter((row) => leasableAt(row) <= now)
        .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
        .slice(0, limit);
      return due.map((row) => {
        const leased = {
          ...row,
          attempts: row.attempts + 1,
          mayBeRepeat: row.mayBeRepeat || row.lease !== null,
          unheard: row.lease === null ? row.unheard : row.unheard + 1,
          lease: { id: lease, until },
        };
        rows.set(row.id, leased);
        return leasedRow(leased, lease);
      });
    },
    async renew({ id, lease }, until) {
      const row = rows.get(id);
      if (row?.state !== 'waiting' || row.lease?.id !== lease) return false;
      rows.set(id, { ...row, lease: { id: lease, until } });
      return true;
    },
    markDelivered: (row, receipt) => change(row, { state: 'delivered', receipt, payload: {} }),
    putBack: (row, { dueAt, mayBeRepeat, isUnsent = false }) =>
      change(row, {
        ...{ dueAt, mayBeRepeat, unheard: 0 },
        attempts: row.attempt - (isUnsent ? 1 : 0),
        failures: row.failures + (isUnsent ? 0 : 1),
      }),
    bury: (row) => change(row, { state: 'dead' }),
    hasEnded: async (id) => ['delivered', 'dead'].includes(rows.get(id)?.state ?? ''),
    nextDue: async () => earliest(firstRows(rows).map(leasableAt)),
    async figures() {
      const all = [...rows.values()];
      const waiting = all.filter(({ state }) => state === 'waiting');
      return {
        waiting: waiting.length,
        oldest: earliest(waiting.map(({ createdAt }) => createdAt)),
        dead: all.filter(({ state }) => state === 'dead').length,
      };
    },
  };
}

function newRow(row: NewOutboxRow, at: Date): MemoryOutboxRow {
  const fresh = {
    state: 'waiting',
    attempts: 0,
    unheard: 0,
    failures: 0,
    mayBeRepeat: false,
    lease: null,
    receipt: null,
  } as const;
  // What is kept is JSON: what doesn't survive that must not survive here.
  return { ...row, ...fresh, payload: JSON.parse(JSON.stringify(row.payload)), dueAt: at, createdAt: at };
}

/** The first of each queue that waits. */
function firstRows(rows: ReadonlyMap<string, MemoryOutboxRow>): readonly MemoryOutboxRow[] {
  const first = new Map<string, MemoryOutboxRow>();
  for (const row of rows.values()) {
    if (row.state === 'waiting' && !first.has(row.queue)) first.set(row.queue, row);
  }
  return [...first.values()];
}

function leasableAt({ dueAt, lease }: MemoryOutboxRow): Date {
  return lease !== null && lease.until > dueAt ? lease.until : dueAt;
}

function earliest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

function leasedRow({ attempts, createdAt, ...row }: MemoryOutboxRow, lease: string): LeasedRow {
  const { id, queue, person, payload, mayBeRepeat, unheard, failures } = row;
  return {
    ...{ id, queue, person, payload, mayBeRepeat, unheard, failures },
    since: createdAt,
    attempt: attempts,
    lease,
  };
}
