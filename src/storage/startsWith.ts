import { sql } from 'kysely';

/** Whether a column begins with a text; `like` would take some characters of it for others. */
export function startsWith(column: string, start: string) {
  return sql<boolean>`substr(${sql.ref(column)}, 1, length(cast(${start} as text))) = ${start}`;
}
