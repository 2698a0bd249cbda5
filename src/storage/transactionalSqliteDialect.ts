import { SqliteAdapter, SqliteDialect } from 'kysely';

/**
 * Kysely runs SQLite's migrations without a transaction, so that a kill in the middle of one would leave half of its
 * tables and no start ever after. SQLite can create tables in a transaction: this says so.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect for SQLite, with migrations that happen as a whole or not at all. */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}
