import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than there are queries in the code; the bound is for those whose text varies with what is asked. */
const KEPT = 200;

/**
 * A database that prepares each text once and keeps up to 200: Kysely asks anew for every query, which
 * takes a third of a turn's time. Only for a connection that runs one query at a time, as Kysely's does.
 */
export function cacheStatements(database: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();

  return {
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      const statement = withKnownKind(database.prepare(text));
      if (statements.size >= KEPT) statements.clear();
      statements.set(text, statement);
      return statement;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

/** Whether a statement gives rows is asked at every run and answered by a call into the library: ask once. */
function withKnownKind(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    iterate: (parameters) => statement.iterate(parameters),
  };
}
