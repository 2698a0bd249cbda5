import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';

/** A row that belongs to a case. */
interface RowOfCase {
  readonly into: 'case_links' | 'desk_posts';
  readonly values: Readonly<Record<string, string>>;
  /** What comes after the words `on conflict`. */
  readonly onConflict: RawBuilder<unknown>;
}

/**
 * Writes a row for a case, unless the case is gone; says whether it did. A case that is being removed just now is waited
 * for, so that nothing of it stays. Throws the database's errors as they are.
 */
export async function insertForCase(
  db: Kysely<Schema>,
  id: string,
  { into, values, onConflict }: RowOfCase,
): Promise<boolean> {
  const columns = sql.join(Object.keys(values).map((column) => sql.ref(column)));
  const row = sql.join(Object.values(values).map((value) => sql`cast(${value} as text)`));
  const hold = isPostgres(db) ? sql`for key share` : sql``;
  const { rows } = await sql`insert into ${sql.table(into)} (${columns})
    select ${row} from cases where id = ${id} ${hold} on conflict ${onConflict} returning case_id`.execute(db);
  return rows.length > 0;
}
