import { type Kysely, sql } from 'kysely';

/**
 * Whether this is PostgreSQL, for the few places where the two databases don't take the same words. Told by how a
 * parameter is written: what class the dialect is can't be asked where Kysely is loaded twice, as under mocha.
 */
export function isPostgres<T>(db: Kysely<T>): boolean {
  return sql`${0}`.compile(db).sql === '$1';
}
