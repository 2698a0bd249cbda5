import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { attempt } from './attempt.ts';
import { isPostgres } from './isPostgres.ts';
import type { RetentionRun } from './retentionRun.ts';

/** Some milliseconds of SQLite's time: nobody notices a turn that waits for one batch. */
const BATCH = 200;

/** Rows that go once they are old enough. The condition must be one that an index finds. */
export interface OldRows {
  readonly table: 'conversations' | 'deliveries' | 'outbox' | 'audit' | 'desk_sessions' | 'desk_members';
  readonly key: 'key' | 'id' | 'hash';
  readonly where: RawBuilder<SqlBool>;
}

/**
 * Deletes rows, a batch at a time, each by itself; gives how many. Several processes can do so at once: on PostgreSQL
 * each passes over rows that another or a turn holds, and what it passes over is there the next time.
 */
export async function deleteInBatches({ db, goOn }: RetentionRun, { table, key, where }: OldRows): Promise<number> {
  const [from, id] = [sql.table(table), sql.ref(key)];
  const lock = isPostgres(db) ? sql`for update skip locked` : sql``;
  // Chosen once, which a subquery need not be: then more rows than that would be locked and deleted.
  const query = sql`with old as materialized (select ${id} from ${from} where ${where} limit ${sql.lit(BATCH)} ${lock})
    delete from ${from} where ${id} in (select ${id} from old)`;
  let total = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await attempt(`remove old ${table}`, () => query.execute(db));
    total += Number(numAffectedRows);
    if (numAffectedRows === 0n || !(await goOn())) return total;
  }
}
