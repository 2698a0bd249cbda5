import type { Kysely } from 'kysely';
import { attempt } from './attempt.ts';
import type { Schema } from './schema.ts';

/** Values that every instance must have alike, such as a key for signing. */
export interface Secrets {
  /** The value of that name; made by whoever asks for it first, and the same for everybody since. Throws `storage-failed`. */
  secret(name: string, make: () => string): Promise<string>;
}

/** Such values in the database. */
export function createSecrets(db: Kysely<Schema>): Secrets {
  return {
    secret: (name, make) =>
      attempt('read a secret', async () => {
        const find = () => db.selectFrom('secrets').select('value').where('name', '=', name);
        const known = await find().executeTakeFirst();
        if (known !== undefined) return known.value;
        await db
          .insertInto('secrets')
          .values({ name, value: make() })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
        return (await find().executeTakeFirstOrThrow()).value;
      }),
  };
}
