import { type Kysely, type Migration, sql } from 'kysely';
import { isPostgres } from '../isPostgres.ts';

/**
 * What it takes to forget a person and to lose nothing: whose each row is, when it was last used, the outbox, and the
 * audit with its keys. Columns on rows that were there before are null until the next turn of the conversation.
 */
export const trust: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addOwners(db);
    await createOutbox(db);
    await createAudit(db);
    await forbidChangesOfAudit(db);
  },
};

async function addOwners(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('conversations').addColumn('person', 'text').execute();
  await db.schema.createIndex('conversations_by_person').on('conversations').column('person').execute();
  await db.schema.createIndex('conversations_by_time').on('conversations').column('updated_at').execute();
  await db.schema.alterTable('deliveries').addColumn('conversation', 'text').execute();
  await db.schema.createIndex('deliveries_by_conversation').on('deliveries').column('conversation').execute();
  await db.schema.createIndex('deliveries_by_time').on('deliveries').column('committed_at').execute();
  await db.schema.alterTable('web_sessions').addColumn('used_at', 'text').execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('may_be_repeat', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'text')
    .addColumn('receipt', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('outbox_order').on('outbox').columns(['queue', 'seq']).unique().execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'due_at']).execute();
  // Finds the first of a queue: what was delivered stays for days, and would be looked through for every row behind it.
  await db.schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .columns(['queue', 'seq'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
  await db.schema.createIndex('outbox_by_person').on('outbox').column('person').execute();
  await db.schema.createIndex('outbox_by_end').on('outbox').columns(['state', 'ended_at']).execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person_keys')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('person', 'text', (column) => column.notNull().unique())
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person_key', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_by_time').on('audit').column('at').execute();
  await db.schema.createIndex('audit_by_person').on('audit').column('person_key').execute();
}

/** Lines can't be changed, whoever tries. They can be deleted, since they have to be one day. */
async function forbidChangesOfAudit(db: Kysely<unknown>): Promise<void> {
  const message = sql.lit('lines of the audit are never changed');
  if (!isPostgres(db)) {
    await sql`create trigger audit_is_kept before update on audit begin select raise(abort, ${message}); end`.execute(
      db,
    );
    return;
  }
  await sql`create function refuse_change() returns trigger language plpgsql
    as $$ begin raise exception using message = ${message}; end $$`.execute(db);
  await sql`create trigger audit_is_kept before update on audit
    for each statement execute function refuse_change()`.execute(db);
}
