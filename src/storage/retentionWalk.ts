import { sql } from 'kysely';
import { attempt } from './attempt.ts';
import type { RetentionRun } from './retentionRun.ts';

/** Keys looked at in one go: about a millisecond of SQLite's time. */
const PAGE = 200;

/** What lies after one key, up to and with another. */
export interface KeyRange {
  readonly after: string;
  readonly upTo: string;
}

/** A table to go through, and what to do with each page; that gives how many it removed. */
export interface Walk {
  readonly table: 'people' | 'web_sessions' | 'web_messages' | 'person_keys';
  readonly key: 'person' | 'id' | 'session' | 'key';
  readonly remove: (range: KeyRange) => Promise<number>;
}

/**
 * Goes through a table in the order of its keys, a page at a time: for rules that no index answers, which would
 * otherwise hold SQLite for as long as the whole table takes. Gives how many were removed.
 */
export async function walkTable({ db, goOn }: RetentionRun, { table, key, remove }: Walk): Promise<number> {
  const [from, id] = [sql.table(table), sql.ref(key)];
  let total = 0;
  let after = '';
  for (;;) {
    const page = sql<{ last: string | null }>`select max(page.id) as last from
      (select distinct ${id} as id from ${from} where ${id} > ${after} order by ${id} limit ${sql.lit(PAGE)}) as page`;
    const { rows } = await attempt(`look through ${table}`, () => page.execute(db));
    const upTo = rows[0]?.last ?? null;
    if (upTo === null) return total;
    total += await remove({ after, upTo });
    after = upTo;
    if (!(await goOn())) return total;
  }
}
