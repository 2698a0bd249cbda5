import type { Kysely, Migration } from 'kysely';

/**
 * How many attempts at a row have failed. The pause before the next one grows with these alone: an attempt of which
 * nothing was heard says nothing about the receiver.
 */
export const outboxFailures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('outbox')
      .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
