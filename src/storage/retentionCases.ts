import { sql, type Transaction } from 'kysely';
import { attempt } from './attempt.ts';
import { inTransaction } from './inTransaction.ts';
import type { RetentionRun } from './retentionRun.ts';
import type { Schema } from './schema.ts';

/** Cases looked up in one go: about a millisecond of SQLite's time. */
const PAGE = 200;

/** Removes the cases that were closed before that, each as a whole; gives how many. Their files go with `sweepFiles`. */
export async function sweepCases(run: RetentionRun, until: string): Promise<number> {
  let total = 0;
  for (;;) {
    const ids = await oldCases(run, until);
    for (const id of ids) {
      const gone = await attempt('remove an old case', () =>
        inTransaction(run.db, (transaction) => removeCase(transaction, { id, until })),
      );
      if (gone) total += 1;
      if (!(await run.goOn())) return total;
    }
    if (ids.length < PAGE) return total;
  }
}

async function oldCases({ db }: RetentionRun, until: string): Promise<readonly string[]> {
  const rows = await attempt('look for old cases', () =>
    db
      .selectFrom('cases')
      .select('id')
      .where('closed_at', '<=', until)
      .where('status', '=', 'closed')
      .orderBy('closed_at')
      .limit(PAGE)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/** False when it was reopened in the meantime. The case goes first, as in a turn, so that neither waits for the other. */
async function removeCase(
  transaction: Transaction<Schema>,
  { id, until }: { id: string; until: string },
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('cases')
    .where('id', '=', id)
    .where('status', '=', 'closed')
    .where('closed_at', '<=', until)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  for (const table of ['case_entries', 'case_links', 'desk_posts'] as const) {
    await sql`delete from ${sql.table(table)} where case_id = ${id}`.execute(transaction);
  }
  // Their bytes may be many: they are removed piece by piece, and nobody is shown them any more.
  await transaction
    .updateTable('files')
    .set({ state: 'gone', case_id: null, person: null, name: null })
    .where('case_id', '=', id)
    .execute();
  return true;
}
