import type { Kysely } from 'kysely';

/** The desk’s own tables: where it is, what it was shown, who was seen there, who has signed in. */
export async function createDeskTables(db: Kysely<unknown>): Promise<void> {
  await createPlaces(db);
  await createMembers(db);
  await db.schema
    .createTable('case_links')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('case_links_by_case').on('case_links').column('case_id').execute();
  await db.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_places')
    .addColumn('line', 'text', (column) => column.primaryKey().notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text')
    .addColumn('set_at', 'text', (column) => column.notNull())
    .addColumn('lost', 'text')
    .execute();
  await db.schema
    .createTable('desk_posts')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('root', 'text', (column) => column.notNull())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('shown_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_posts_key', ['case_id', 'place'])
    .execute();
  await db.schema.createIndex('desk_posts_by_root').on('desk_posts').columns(['place', 'root']).execute();
}

async function createMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_members')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('account', 'text')
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('desk_members_by_time').on('desk_members').column('seen_at').execute();
  await db.schema
    .createTable('desk_sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('via', 'text', (column) => column.notNull())
    .addColumn('only_case', 'text')
    .addColumn('line', 'text')
    .addColumn('csrf', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('desk_sessions_by_end').on('desk_sessions').column('expires_at').execute();
}
