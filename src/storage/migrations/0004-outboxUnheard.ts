import type { Kysely, Migration } from 'kysely';

/**
 * How many attempts at a row nothing was heard of, one after another. Rows are tried for a time and not so many times,
 * so their number no longer tells one that ends its process each time.
 */
export const outboxUnheard: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('outbox')
      .addColumn('unheard', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
