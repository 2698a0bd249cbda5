import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { ClosingClient } from './closingClient.ts';
import { ConnectionLost } from './connectionLost.ts';

/** PostgreSQL's text holds every character but this one. */
const NUL = /\0/g;
const REPLACEMENT = '\ufffd';

/**
 * Connections to PostgreSQL for Kysely. A connection that breaks never ends the process, and is not used again; what
 * was asked over it fails with `ConnectionLost`, or with the system's own code where it could not be made at all.
 */
export function postgresPool(settings: pg.PoolConfig): PostgresPool {
  const pool = new pg.Pool({ ...settings, Client: ClosingClient });
  // A connection can break while nobody uses it, and between two statements of a transaction: an `error` event that
  // nobody hears would end the process. Whoever uses it next is told by the failure of what was asked for.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  return {
    connect: () => pool.connect().then(guarded, (error) => Promise.reject(connectFault(error))),
    end: () => pool.end(),
  };
}

/** A connection that goes back to the pool only if it is whole. */
function guarded(client: pg.PoolClient): PostgresPoolClient {
  let isWhole = true;
  const ask = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, values.map(storable));
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.severity !== 'FATAL') throw error;
      isWhole = false;
      throw error instanceof pg.DatabaseError ? error : new ConnectionLost(error);
    }
  };
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new AppError('storage-failed', 'cursors are not used');
    return ask(text, values);
  }
  return { query, release: () => client.release(!isWhole) };
}

/** A text with a NUL would be refused by the database, as often as it came. */
function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replace(NUL, REPLACEMENT) : value;
}

/** What the system or the database says has a code; what the driver says by itself has none. */
function connectFault(error: unknown): unknown {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error
    : new ConnectionLost(error);
}
