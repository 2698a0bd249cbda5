import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Database from 'libsql';

/** Kysely's word for the beginning of a transaction. */
const BEGIN = 'begin';

/** What writes nothing, and what has to do with transactions or must not be in one. */
const LEFT_ALONE = /^\s*(select|pragma|explain|commit|rollback|savepoint|release|vacuum)\b/i;

/**
 * A database in which everything that writes takes SQLite's lock for writing first, by a statement of its own.
 *
 * libsql leaves a prepared statement that found the database taken as it is, and for SQLite it is still running then:
 * whatever other statements write after it seems to succeed and isn't committed until it runs again. A kill, or an error
 * of it, takes all of that back, and nobody else can write meanwhile. What `exec` runs is over even when it fails.
 */
export function lockBeforeWriting(database: Database.Database): SqliteDatabase {
  const locked = <T>(write: () => T): T => (database.inTransaction ? write() : inTransaction(database, write));

  return {
    prepare(text) {
      if (text === BEGIN) return beginning(database);
      const statement: SqliteStatement = database.prepare(text);
      if (!writes(text, statement)) return statement;
      return {
        reader: statement.reader,
        all: (parameters) => locked(() => statement.all(parameters)),
        run: (parameters) => locked(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
    close: () => void database.close(),
  };
}

/** Rows come from what only reads, or from `returning`; a word too many only takes the lock for nothing. */
function writes(text: string, { reader }: SqliteStatement): boolean {
  return !LEFT_ALONE.test(text) && (!reader || /\breturning\b/i.test(text));
}

/** Transactions here begin with a write anyway: see `inTransaction.ts`. */
function beginning(database: Database.Database): SqliteStatement {
  const begin = () => void database.exec('begin immediate');
  return {
    reader: false,
    all() {
      begin();
      return [];
    },
    run() {
      begin();
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate() {
      begin();
      return [][Symbol.iterator]();
    },
  };
}

function inTransaction<T>(database: Database.Database, write: () => T): T {
  database.exec('begin immediate');
  try {
    const result = write();
    database.exec('commit');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}
