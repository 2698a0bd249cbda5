import type { Transaction } from 'kysely';
import type { CaseEvent } from '../helpdesk/cases/caseEntry.ts';
import { createPersonKey } from './personKey.ts';
import type { Schema } from './schema.ts';

/** What can be done that the audit tells of. A closed list: no text ever gets into the audit. */
export type AuditAction =
  | 'person-erased'
  /** Where a line of the desk is: said anew, or that nothing can be posted there, or that it can again. */
  | `desk-${'moved' | 'lost' | 'found'}`
  | `case-${CaseEvent['kind']}`;

/** One line of the audit that is of no case. */
export interface AuditEntry {
  readonly at: Date;
  /** Who did it, or whom it was done to; null where nobody may be found behind it. */
  readonly person: string | null;
  readonly action: AuditAction;
  /** How what was changed stood before and after, as JSON, with nobody's name in it; null or left out where it didn't. */
  readonly before?: string | null;
  readonly after?: string;
}

/**
 * Adds a line within the transaction of what it tells of. A person stands in it as a random key, the same in all their
 * lines; `newId` makes keys and the line's own id. Throws the database's errors as they are.
 */
export async function appendAudit(
  transaction: Transaction<Schema>,
  { at, person, action, before, after }: AuditEntry,
  newId: () => string,
): Promise<void> {
  const key = person === null ? null : await createPersonKey(newId)(transaction, person, at);
  await transaction
    .insertInto('audit')
    .values({
      id: newId(),
      at: at.toISOString(),
      person_key: key,
      action,
      before: before ?? null,
      after: after ?? null,
    })
    .execute();
}
