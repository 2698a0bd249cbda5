import { type Kysely, sql } from 'kysely';
import { attempt } from './attempt.ts';
import { createPersonData } from './personData.ts';
import type { Schema } from './schema.ts';

/** Whose data, and when. */
export interface ErasedTenant {
  /** As persons and conversations are written: `slack:T0123`. */
  readonly tenant: string;
  readonly at: Date;
  /** For lines of the audit. */
  readonly newId: () => string;
}

/** Where it is written who somebody is. */
const NAMED = [
  ['conversations', 'person'],
  ['people', 'person'],
  ['cases', 'person'],
  ['outbox', 'person'],
  ['person_keys', 'person'],
  ['desk_members', 'id'],
] as const;

/**
 * Erases all that is stored of everybody in a tenant, one after another, as `PersonData.erase` does. What a process ends
 * before is erased when this is asked for again. Throws `storage-failed`.
 */
export async function eraseTenant(db: Kysely<Schema>, { tenant, at, newId }: ErasedTenant): Promise<void> {
  const data = createPersonData(db, newId);
  for (const person of await peopleOf(db, `${tenant}:`)) await data.erase(person, at);
  await attempt('forget where the desk was', () =>
    db
      .deleteFrom('desk_places')
      .where(startsWith('key', `${tenant}:`))
      .execute(),
  );
  await data.wipeTraces();
}

async function peopleOf(db: Kysely<Schema>, start: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [table, column] of NAMED) {
    const { rows } = await attempt('find the people of a tenant', () =>
      sql<{ person: string }>`select distinct ${sql.ref(column)} as person from ${sql.table(table)}
        where ${startsWith(column, start)}`.execute(db),
    );
    for (const { person } of rows) found.add(person);
  }
  return found;
}

function startsWith(column: string, start: string) {
  return sql<boolean>`substr(${sql.ref(column)}, 1, length(cast(${start} as text))) = ${start}`;
}
