import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from './schema.ts';
import { webConversation } from './webConversation.ts';

/** A kind of thing that is stored of a person, besides conversations. */
export type PersonDataKind = 'deliveryKeys' | 'greetings' | 'webSessions' | 'webMessages' | 'outboxRows' | 'auditKeys';

/** Some rows that are a person's. */
export interface PersonRows {
  readonly kind: PersonDataKind;
  readonly table: Exclude<keyof Schema, 'audit'>;
  readonly where: RawBuilder<SqlBool>;
}

/** Where all is that is stored of a person. */
export interface PersonDataRows {
  /** Which conversations are the person's. */
  readonly conversations: RawBuilder<SqlBool>;
  /** All else. What was delivered is known only by the keys of those conversations. */
  readonly others: (conversations: readonly string[]) => readonly PersonRows[];
}

/**
 * The one list of what is stored of a person: what is counted, exported and erased is this. The audit isn't in it: it
 * knows nobody but by a key, which is.
 */
export function personDataRows(person: string): PersonDataRows {
  const session = /^web:(.+)$/.exec(person)?.[1] ?? null;
  const ofPerson = sql<SqlBool>`person = ${person}`;
  const ofSession = (column: 'id' | 'session') =>
    session === null ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} = ${session}`;
  return {
    conversations:
      // On the web its key says whose it is, even where its row is from before rows did.
      session === null ? ofPerson : sql`(${ofPerson} or ${sql.ref('key')} = ${webConversation(session)})`,
    others: (conversations) => [
      ...conversations.map((key) => ({ kind: 'deliveryKeys', table: 'deliveries', where: deliveredIn(key) }) as const),
      { kind: 'greetings', table: 'people', where: ofPerson },
      { kind: 'webSessions', table: 'web_sessions', where: ofSession('id') },
      { kind: 'webMessages', table: 'web_messages', where: ofSession('session') },
      { kind: 'outboxRows', table: 'outbox', where: ofPerson },
      { kind: 'auditKeys', table: 'person_keys', where: ofPerson },
    ],
  };
}

/** A key of a delivery begins with that of its conversation; rows from before say so only in that way. */
function deliveredIn(conversation: string): RawBuilder<SqlBool> {
  const start = `${conversation}:`;
  const startsSo = sql`substr(${sql.ref('key')}, 1, length(cast(${start} as text))) = ${start}`;
  return sql`(conversation = ${conversation} or (conversation is null and ${startsSo}))`;
}
