import { type Kysely, sql } from 'kysely';
import { caseRow } from '../../src/storage/caseRow.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { sampleCase } from '../support/sampleCase.ts';

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
    personKey: (key: string, person: string, used: string | null = null) =>
      db.insertInto('person_keys').values({ key, person, used_at: used }).execute(),
    /** Closed at that time, or not at all. */
    case: (id: string, closed: string | null, person = `web:${id}`) =>
      db
        .insertInto('cases')
        .values(caseRowOf(id, closed, person))
        .execute(),
    entry: (id: string, caseId: string, data: object = { by: { kind: 'person' }, event: { kind: 'opened' } }) =>
      db
        .insertInto('case_entries')
        .values({ id, case_id: caseId, seq: 1, at: ago(400), data: JSON.stringify(data) })
        .execute(),
    link: (hash: string, caseId: string) =>
      db
        .insertInto('case_links')
        .values({ hash, case_id: caseId, created_at: ago(400) })
        .execute(),
    post: (caseId: string) =>
      db
        .insertInto('desk_posts')
        .values({ case_id: caseId, place: 'desk', root: `root of ${caseId}`, shown: '', shown_at: ago(400) })
        .execute(),
    /** Complete where it has a person. */
    file: async (
      id: string,
      at: string,
      { person = null, of = null }: { person?: string | null; of?: string | null } = {},
    ) => {
      const state = person === null ? 'partial' : 'complete';
      const facts = {
        person,
        case_id: of,
        source: 'person',
        name: id,
        type: 'image/png',
        size: 2 * id.length,
      } as const;
      await db
        .insertInto('files')
        .values({ id, state, at, ...(person !== null && facts) })
        .execute();
      for (const seq of [1, 2])
        await db
          .insertInto('file_chunks')
          .values({ file: id, seq, bytes: Buffer.from(id) })
          .execute();
    },
    member: (id: string, at: string) =>
      db
        .insertInto('desk_members')
        .values({ id, name: `the name of ${id}`, account: null, seen_at: at })
        .execute(),
    deskSession: (hash: string, expires: string, name = 'Ana') =>
      db
        .insertInto('desk_sessions')
        .values({ hash, name, via: 'page', only_case: null, csrf: '', expires_at: expires })
        .execute(),
  };
}

function caseRowOf(id: string, closed: string | null, person: string): Schema['cases'] {
  const requester = { ...sampleCase().requester, person, conversation: person.replace('web:', 'web::') };
  const ended = closed === null ? {} : ({ status: 'closed', closed: { at: closed, how: 'silence' } } as const);
  const next = sampleCase({ id, requester, openedAt: ago(400), ...ended });
  return caseRow({ next, dueAt: null }, new Date(closed ?? ago(400)));
}

function outboxRow(id: string, state: 'waiting' | 'delivered' | 'dead', ended: string | null, person: string | null) {
  return {
    ...{ id, queue: id, seq: 1, person, payload: '{}', state, attempts: 0, unheard: 0, failures: 0, may_be_repeat: 0 },
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
  cases: ['id'],
  case_entries: ['id'],
  case_links: ['hash'],
  desk_posts: ['case_id'],
  files: ['id'],
  file_chunks: ['file', 'seq'],
  desk_members: ['id'],
  desk_sessions: ['hash'],
} as const;

/** Every row of every table that there is, as one text. */
export async function everythingIn(db: Kysely<Schema>): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(rows.map((result) => result.rows));
}
