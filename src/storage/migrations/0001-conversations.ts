import type { Kysely, Migration } from 'kysely';

/** The first tables: conversations, deliveries seen, people greeted, and the web channel's sessions and messages. */
export const conversations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('conversations')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('deliveries')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('committed_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('people')
      .addColumn('person', 'text', (column) => column.primaryKey().notNull())
      .addColumn('greeted_at', 'text', (column) => column.notNull())
      .execute();
    await createWebTables(db);
  },
};

/** Without a foreign key: a turn must not fail because its session's row is gone. */
async function createWebTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('web_sessions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('web_messages')
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('web_messages_key', ['session', 'seq'])
    .execute();
}
