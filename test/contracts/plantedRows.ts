import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../src/storage/schema.ts';

/** When it is in these tests. */
export const NOW = new Date('2026-06-01T12:00:00.000Z');

/** So many days before, and so many seconds before that. */
export function ago(days: number, seconds = 0): string {
  return new Date(NOW.getTime() - (days * 24 * 60 * 60 + seconds) * 1000).toISOString();
}

/** Writes rows as they are stored; each gives what it wrote its own name. */
export function planter(db: Kysely<Schema>) {
  return {
    conversation: (key: string, at: string, person: string | null = null) =>
      db.insertInto('conversations').values({ key, state: '{}', version: 1, updated_at: at, person }).execute(),
    delivery: (key: string, at: string, conversation: string | null = null) =>
      db.insertInto('deliveries').values({ key, committed_at: at, conversation }).execute(),
    person: (person: string, at: string) => db.insertInto('people').values({ person, greeted_at: at }).execute(),
    session: (id: string, created: string, used: string | null = null) =>
      db.insertInto('web_sessions').values({ id, created_at: created, used_at: used }).execute(),
    messages: (session: string, count: number, at: string) =>
      db
        .insertInto('web_messages')
        .values(Array.from({ length: count }, (_, i) => ({ session, seq: i + 1, activity: '{}', created_at: at })))
        .execute(),
    outbox: (id: string, state: 'waiting' | 'delivered' | 'dead', ended: string | null, person: string | null = null) =>
      db
        .insertInto('outbox')
        .values(outboxRow(id, state, ended, person))
        .execute(),
    audit: (id: string, at: string, personKey: string | null = null) =>
      db.insertInto('audit').values({ id, at, person_key: personKey, action: 'person-erased' }).execute(),
    personKey: (key: string, person: string) => db.insertInto('person_keys').values({ key, person }).execute(),
  };
}

function outboxRow(id: string, state: 'waiting' | 'delivered' | 'dead', ended: string | null, person: string | null) {
  return {
    ...{ id, queue: id, seq: 1, person, payload: '{}', state, attempts: 0, may_be_repeat: 0 },
    ...{ due_at: ago(400), lease: null, leased_until: null, receipt: null, created_at: ago(400), ended_at: ended },
  };
}

/** What is left in a table, in the order of its keys. */
export async function keysIn(db: Kysely<Schema>, table: keyof typeof KEYS): Promise<readonly string[]> {
  const rows = await db.selectFrom(table).select(KEYS[table]).execute();
  return rows.map((row) => Object.values(row).join(' ')).sort();
}

const KEYS = {
  conversations: ['key'],
  deliveries: ['key'],
  people: ['person'],
  web_sessions: ['id'],
  web_messages: ['session', 'seq'],
  outbox: ['id'],
  audit: ['id'],
  person_keys: ['key'],
} as const;

/** Every row of every table that there is, as one text. */
export async function everythingIn(db: Kysely<Schema>): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(rows.map((result) => result.rows));
}
