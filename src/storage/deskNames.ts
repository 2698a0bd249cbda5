import type { Kysely } from 'kysely';
import { pageAgentId } from '../pageAgentId.ts';
import type { Schema } from './schema.ts';

/**
 * The names, as they were written, under which a person has signed in at the desk's page. Told apart here: what a
 * database takes for small letters differs from one to the other.
 */
export async function deskNamesOf(db: Kysely<Schema>, person: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('desk_sessions').select('name').distinct().execute();
  return rows.map(({ name }) => name).filter((name) => pageAgentId(name) === person);
}
