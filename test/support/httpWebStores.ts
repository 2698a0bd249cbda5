import type { WebHistory, WebRow } from '../../src/channels/web/webHistory.ts';
import type { WebSessions } from '../../src/channels/web/webSessions.ts';

/** A history in memory, which also tells how it was read. */
export interface MemoryWebHistory extends WebHistory {
  /** How many times rows have been asked for. */
  reads(): number;
  /** From now on each read fails with this. */
  failWith(error: Error): void;
}

/** Keeps rows in memory, numbered from 1 in each session. */
export function memoryWebHistory(): MemoryWebHistory {
  const rows = new Map<string, WebRow[]>();
  let reads = 0;
  let failure: Error | null = null;
  return {
    async after(session, seq, limit) {
      reads++;
      if (failure !== null) throw failure;
      const all = rows.get(session) ?? [];
      return all.filter((row) => row.seq > seq).slice(0, limit);
    },
    async append(session, activities) {
      const all = rows.get(session) ?? [];
      rows.set(session, all);
      // What is stored is JSON: what doesn't survive that must not survive here.
      const copies = activities.map((activity) => JSON.parse(JSON.stringify(activity)) as object);
      return copies.map((activity) => {
        const seq = all.length + 1;
        all.push({ seq, activity });
        return seq;
      });
    },
    reads: () => reads,
    failWith: (error) => {
      failure = error;
    },
  };
}

/** Keeps sessions in memory: when each was given out, and when each was used again. */
export function memoryWebSessions(): WebSessions & {
  readonly all: ReadonlyMap<string, Date>;
  readonly used: ReadonlyMap<string, Date>;
} {
  const all = new Map<string, Date>();
  const used = new Map<string, Date>();
  return {
    all,
    used,
    async use(id, at) {
      used.set(id, at);
    },
    async create(id, at) {
      all.set(id, at);
    },
    exists: async (id) => all.has(id),
  };
}
