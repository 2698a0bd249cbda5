import { type Kysely, sql } from 'kysely';
import { attempt } from './attempt.ts';
import { eraseTenantOutbox } from './eraseTenantOutbox.ts';
import { createPersonData } from './personData.ts';
import type { Schema } from './schema.ts';
import { startsWith } from './startsWith.ts';

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
  ['files', 'person'],
  ['outbox', 'person'],
  ['person_keys', 'person'],
  ['desk_members', 'id'],
  ['desk_places', 'set_by'],
] as const;

/** Where agents stand in what is others', as JSON. */
const TOLD = ['cases', 'case_entries'] as const;

/** What is known by a key that begins with the tenant's, whoever did it: of conversations, of deliveries there, of the desk. */
const KEYED = [
  ['conversations', 'key'],
  ['deliveries', 'key'],
  ['desk_places', 'key'],
  ['desk_posts', 'place'],
] as const;

/**
 * Erases all that is stored of everybody in a tenant, one after another, as `PersonData.erase` does, and where the desk
 * was there. Gives whether there was anything; its traces are left to `PersonData.wipeTraces`. What a process ends before
 * is erased when this is asked for again. Throws `storage-failed`.
 */
export async function eraseTenant(db: Kysely<Schema>, { tenant, at, newId }: ErasedTenant): Promise<boolean> {
  const data = createPersonData(db, newId);
  const start = `${tenant}:`;
  let wasThere = await eraseTenantOutbox(db, start);
  for (const person of await peopleOf(db, start)) {
    const erased = await data.erase(person, at);
    wasThere ||= Object.keys(erased).length > 0;
  }
  for (const [table, column] of KEYED) {
    const { numAffectedRows = 0n } = await attempt('erase what is kept of a tenant', () =>
      sql`delete from ${sql.table(table)} where ${startsWith(column, start)}`.execute(db),
    );
    wasThere ||= numAffectedRows > 0n;
  }
  return wasThere;
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
  for (const table of TOLD) for (const person of await toldIn(db, table, start)) found.add(person);
  return found;
}

/** Nobody else may know of them any more: who was at the desk is forgotten after a while, and a case may be older. */
async function toldIn(db: Kysely<Schema>, table: (typeof TOLD)[number], start: string): Promise<readonly string[]> {
  const named = `"id":${JSON.stringify(start).slice(0, -1)}`;
  const { rows } = await attempt('find the people of a tenant', () =>
    sql<{ data: string }>`select data from ${sql.table(table)} where replace(data, ${named}, '') <> data`.execute(db),
  );
  const found = new Set<string>();
  for (const { data } of rows) {
    JSON.parse(data, (key, value: unknown) => {
      if (key === 'id' && typeof value === 'string' && value.startsWith(start)) found.add(value);
      return value;
    });
  }
  return [...found];
}
