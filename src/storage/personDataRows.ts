import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from './schema.ts';
import { startsWith } from './startsWith.ts';
import { webConversation } from './webConversation.ts';

/** A kind of thing that is stored of a person, besides conversations and cases. */
export type PersonDataKind =
  | 'deliveryKeys'
  | 'greetings'
  | 'webSessions'
  | 'webMessages'
  | 'outboxRows'
  | 'caseEntries'
  | 'caseLinks'
  | 'deskPosts'
  | 'files'
  | 'deskMembers'
  | 'deskSessions'
  | 'auditKeys';

/** Some rows that are a person's. */
export interface PersonRows {
  /** Null for what is only a part of other rows: it is erased with them, and neither counted nor exported. */
  readonly kind: PersonDataKind | null;
  readonly table: Exclude<keyof Schema, 'audit'>;
  readonly where: RawBuilder<SqlBool>;
}

/** What else is known by these keys and ids. */
export interface OwnKeys {
  readonly conversations: readonly string[];
  readonly cases: readonly string[];
  /** The names under which they have signed in at the desk page, as they were written. */
  readonly deskNames: readonly string[];
}

/** Where all is that is stored of a person. */
export interface PersonDataRows {
  /** Which conversations are the person's. */
  readonly conversations: RawBuilder<SqlBool>;
  /** Which cases are. */
  readonly cases: RawBuilder<SqlBool>;
  /** All else. What was delivered, and what goes with a case, is known only by the keys and ids of those. */
  readonly others: (own: OwnKeys) => readonly PersonRows[];
}

const NONE = sql<SqlBool>`1 = 0`;

/**
 * The one list of what is stored of a person: what is counted, exported and erased is this, and where others' cases name
 * them (`personDataMentions.ts`). The audit isn't in it: it knows nobody but by a key, which is.
 */
export function personDataRows(person: string): PersonDataRows {
  const session = /^web:(.+)$/.exec(person)?.[1] ?? null;
  const ofPerson = sql<SqlBool>`person = ${person}`;
  const ofSession = (column: 'id' | 'session') =>
    session === null ? NONE : sql<SqlBool>`${sql.ref(column)} = ${session}`;
  return {
    conversations:
      // On the web its key says whose it is, even where its row is from before rows did.
      session === null ? ofPerson : sql`(${ofPerson} or ${sql.ref('key')} = ${webConversation(session)})`,
    cases: ofPerson,
    others: ({ conversations, cases, deskNames }) => [
      ...conversations.map((key) => ({ kind: 'deliveryKeys', table: 'deliveries', where: deliveredIn(key) }) as const),
      { kind: 'greetings', table: 'people', where: ofPerson },
      { kind: 'webSessions', table: 'web_sessions', where: ofSession('id') },
      { kind: 'webMessages', table: 'web_messages', where: ofSession('session') },
      { kind: 'outboxRows', table: 'outbox', where: ofPerson },
      ...rowsOfCases(person, cases),
      ...rowsOfAgent(person, deskNames),
      { kind: 'auditKeys', table: 'person_keys', where: ofPerson },
    ],
  };
}

/** A key of a delivery begins with that of its conversation; rows from before say so only in that way. */
function deliveredIn(conversation: string): RawBuilder<SqlBool> {
  const start = `${conversation}:`;
  return sql`(conversation = ${conversation} or (conversation is null and ${startsWith('key', start)}))`;
}

/** Files are also those that go with no case yet; their bytes are found by them, and so come first. */
function rowsOfCases(person: string, cases: readonly string[]): readonly PersonRows[] {
  const ofCases = cases.length === 0 ? NONE : sql<SqlBool>`case_id in (${sql.join(cases)})`;
  const files = sql<SqlBool>`(person = ${person} or ${ofCases})`;
  return [
    { kind: 'caseEntries', table: 'case_entries', where: ofCases },
    { kind: 'caseLinks', table: 'case_links', where: ofCases },
    { kind: 'deskPosts', table: 'desk_posts', where: ofCases },
    { kind: null, table: 'file_chunks', where: sql`file in (select id from files where ${files})` },
    { kind: 'files', table: 'files', where: files },
  ];
}

/** Somebody at the desk page is known by the name alone that they have signed in with. */
function rowsOfAgent(person: string, names: readonly string[]): readonly PersonRows[] {
  const signedIn = names.length === 0 ? NONE : sql<SqlBool>`name in (${sql.join(names)})`;
  return [
    { kind: 'deskMembers', table: 'desk_members', where: sql`id = ${person}` },
    { kind: 'deskSessions', table: 'desk_sessions', where: signedIn },
  ];
}
