import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Finds the random key of a person, or gives them one, within a transaction. Throws the database's errors as they are. */
export type PersonKey = (transaction: Kysely<Schema>, person: string, at: Date) => Promise<string>;

/**
 * The key under which a person stands in the audit, always the same; `newId` makes a new one. It writes even where there
 * is a key already, which holds its row: else retention could remove a key just being used.
 */
export function createPersonKey(newId: () => string): PersonKey {
  return async (transaction, person, at) => {
    const used_at = at.toISOString();
    const { key } = await transaction
      .insertInto('person_keys')
      .values({ key: newId(), person, used_at })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ used_at }))
      .returning('key')
      .executeTakeFirstOrThrow();
    return key;
  };
}
