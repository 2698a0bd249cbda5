import type { PoolConfig } from 'pg';

/**
 * Ten connections carry hundreds of turns a second; several instances together stay under the 100 that PostgreSQL takes
 * unless it is told otherwise.
 */
const CONNECTIONS = 10;

/** Waiting for a connection, a new one or one that is free. */
const CONNECT_MS = 3_000;

/** A statement of a turn takes milliseconds; a turn is answered after ten seconds, whatever has come of it. */
const STATEMENT_MS = 10_000;

/** For answers that never come, as when the network is cut: a little more than the database gives itself. */
const ANSWER_MS = 12_000;

/** A transaction whose machine is gone lets go of its rows after this time. */
const IDLE_TRANSACTION_MS = 10_000;

/** Who connects: a server, which must not hang; a tool or a migration, which may take its time; or who only listens. */
export type PostgresUse = 'server' | 'tool' | 'listener';

/** How connections to PostgreSQL are made. What the address says, as `sslmode`, has the last word. */
export function postgresSettings(databaseUrl: string, use: PostgresUse): PoolConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'unstuck',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...(use === 'server' && {
      max: CONNECTIONS,
      statement_timeout: STATEMENT_MS,
      query_timeout: ANSWER_MS,
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    }),
  };
}
