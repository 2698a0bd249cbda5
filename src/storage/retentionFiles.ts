import { sql } from 'kysely';
import { attempt } from './attempt.ts';
import { isPostgres } from './isPostgres.ts';
import type { RetentionRun } from './retentionRun.ts';

/** Files looked at in one go; pieces of 256 KB removed in one: some milliseconds of SQLite's time, each. */
const PAGE = 200;
const CHUNKS = 4;

/** Until when a file must have been begun, or be complete, to go. */
export interface FileLimits {
  /** It was never completed. */
  readonly partial: string;
  /** It goes with no case. */
  readonly loose: string;
}

/**
 * Removes files that nobody has or will have: what never came to its end, what was never sent with a case, and what was
 * left by cases that are gone. First nobody can be shown them any more, then their bytes go piece by piece. Gives how
 * many.
 */
export async function sweepFiles(run: RetentionRun, limits: FileLimits): Promise<number> {
  let total = 0;
  for (;;) {
    await attempt('look for old files', () => markQuery(run, limits).execute(run.db));
    const ids = await goneFiles(run);
    for (const id of ids) {
      if (!(await removeBytes(run, id))) return total;
      total += await removeRow(run, id);
    }
    if (ids.length < PAGE) return total;
  }
}

/** On PostgreSQL one that is just being given to a case is passed over. */
function markQuery({ db }: RetentionRun, { partial, loose }: FileLimits) {
  const lock = isPostgres(db) ? sql`for update skip locked` : sql``;
  return sql`with old as materialized (select id from files where case_id is null and
      ((state = 'partial' and at <= ${partial}) or (state = 'complete' and at <= ${loose}))
      limit ${sql.lit(PAGE)} ${lock})
    update files set state = 'gone', person = null, name = null where id in (select id from old)`;
}

async function goneFiles({ db }: RetentionRun): Promise<readonly string[]> {
  const rows = await attempt('look for old files', () =>
    db
      .selectFrom('files')
      .select('id')
      .where('case_id', 'is', null)
      .where('state', '=', 'gone')
      .orderBy('at')
      .limit(PAGE)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/** False when it was told to stop. */
async function removeBytes({ db, goOn }: RetentionRun, id: string): Promise<boolean> {
  const query = sql`delete from file_chunks where file = ${id} and seq in
    (select seq from file_chunks where file = ${id} limit ${sql.lit(CHUNKS)})`;
  for (;;) {
    const { numAffectedRows = 0n } = await attempt('remove an old file', () => query.execute(db));
    if (!(await goOn())) return false;
    if (numAffectedRows < BigInt(CHUNKS)) return true;
  }
}

/** Not before its last byte: another process may still be at them. */
async function removeRow({ db }: RetentionRun, id: string): Promise<number> {
  const { numDeletedRows } = await attempt('remove an old file', () =>
    db
      .deleteFrom('files')
      .where('id', '=', id)
      .where('state', '=', 'gone')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('file_chunks').select('seq').where('file', '=', id))),
      )
      .executeTakeFirst(),
  );
  return Number(numDeletedRows);
}
