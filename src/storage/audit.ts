import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** What can be done that the audit tells of. A closed list: no text ever gets into the audit. */
export type AuditAction = 'person-erased';

/** One line of the audit. */
export interface AuditEntry {
  readonly at: Date;
  /** Who did it, or whom it was done to; null where nobody may be found behind it. */
  readonly person: string | null;
  readonly action: AuditAction;
}

/**
 * Adds a line within the transaction of what it tells of. A person stands in it as a random key, the same in all their
 * lines; `newId` makes keys and the line's own id. Throws the database's errors as they are.
 */
export async function appendAudit(
  transaction: Transaction<Schema>,
  { at, person, action }: AuditEntry,
  newId: () => string,
): Promise<void> {
  const key = person === null ? null : await keyOf(transaction, person, newId);
  await transaction
    .insertInto('audit')
    .values({ id: newId(), at: at.toISOString(), person_key: key, action })
    .execute();
}

/** Writes even where there is a key already, which holds its row: else retention could remove a key just being used. */
async function keyOf(transaction: Transaction<Schema>, person: string, newId: () => string): Promise<string> {
  const { key } = await transaction
    .insertInto('person_keys')
    .values({ key: newId(), person })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ person }))
    .returning('key')
    .executeTakeFirstOrThrow();
  return key;
}
