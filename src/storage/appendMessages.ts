import { type Kysely, sql } from 'kysely';
import { compileOnce } from './compileOnce.ts';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';
import { webMessageChannel } from './webMessageChannel.ts';

/** Messages for one session of the web channel, in their order. */
export interface NewMessages {
  readonly session: string;
  readonly activities: readonly object[];
  readonly at: Date;
}

/** Writes messages within a transaction, one after another, and gives the number of each. */
export type AppendMessages = (transaction: Kysely<Schema>, messages: NewMessages) => Promise<readonly number[]>;

/**
 * Appending to the history of a session: a message's number is one more than the last's. Where two transactions count
 * at once, PostgreSQL refuses the second by the primary key: `attempt` does it again. There, who listens is told of the
 * session once the transaction is committed.
 */
export function createAppendMessages(db: Kysely<Schema>): AppendMessages {
  const insert = insertQuery(db);
  const tells = isPostgres(db);

  return async (transaction, { session, activities, at }) => {
    const numbers: number[] = [];
    for (const activity of activities) {
      const values = { session, activity: JSON.stringify(activity), at: at.toISOString() };
      const { rows } = await transaction.executeQuery(insert(values));
      numbers.push(...rows.map(({ seq }) => seq));
    }
    if (tells && numbers.length > 0) await sql`select pg_notify(${webMessageChannel}, ${session})`.execute(transaction);
    return numbers;
  };
}

function insertQuery(db: Kysely<Schema>) {
  return compileOnce<{ session: string; activity: string; at: string }, { seq: number }>((param) =>
    db
      .insertInto('web_messages')
      .values(({ selectFrom, fn, val }) => ({
        session: param('session'),
        seq: selectFrom('web_messages')
          .select(({ eb }) => eb(fn.coalesce(fn.max('seq'), val(0)), '+', 1).as('next'))
          .where('session', '=', param('session')),
        activity: param('activity'),
        created_at: param('at'),
      }))
      .returning('seq'),
  );
}
