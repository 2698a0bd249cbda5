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
  /** What they are known by: messages that were written under it already aren't written again. */
  readonly key?: string | undefined;
}

interface Row {
  readonly session: string;
  readonly activity: string;
  readonly at: string;
  readonly key: string | null;
}

/**
 * Writes messages within a transaction, one after another, and gives the number of each; of one that was there by its
 * key, the number that it has.
 */
export type AppendMessages = (transaction: Kysely<Schema>, messages: NewMessages) => Promise<readonly number[]>;

/**
 * Appending to the history of a session: a message's number is one more than the last's. Where two transactions count
 * at once, PostgreSQL refuses the second by the primary key: `attempt` does it again. There, who listens is told of the
 * session once the transaction is committed.
 */
export function createAppendMessages(db: Kysely<Schema>): AppendMessages {
  const insert = insertQuery(db);
  const known = knownQuery(db);
  const tells = isPostgres(db);

  return async (transaction, { session, activities, at, key }) => {
    const numbers: number[] = [];
    let written = 0;
    for (const [index, activity] of activities.entries()) {
      const own = key === undefined ? null : index === 0 ? key : `${key}:${index}`;
      const row = { session, activity: JSON.stringify(activity), at: at.toISOString(), key: own };
      const { rows } = await transaction.executeQuery(insert(row));
      written += rows.length;
      const found = rows.length > 0 ? rows : (await transaction.executeQuery(known({ session, key: own ?? '' }))).rows;
      numbers.push(...found.map(({ seq }) => seq));
    }
    if (tells && written > 0) await sql`select pg_notify(${webMessageChannel}, ${session})`.execute(transaction);
    return numbers;
  };
}

function insertQuery(db: Kysely<Schema>) {
  return compileOnce<Row, { seq: number }>((param) =>
    db
      .insertInto('web_messages')
      .values(({ selectFrom, fn, val }) => ({
        session: param('session'),
        seq: selectFrom('web_messages')
          .select(({ eb }) => eb(fn.coalesce(fn.max('seq'), val(0)), '+', 1).as('next'))
          .where('session', '=', param('session')),
        activity: param('activity'),
        created_at: param('at'),
        key: param('key'),
      }))
      .onConflict((conflict) => conflict.columns(['session', 'key']).where('key', 'is not', null).doNothing())
      .returning('seq'),
  );
}

function knownQuery(db: Kysely<Schema>) {
  return compileOnce<{ session: string; key: string }, { seq: number }>((param) =>
    db.selectFrom('web_messages').select('seq').where('session', '=', param('session')).where('key', '=', param('key')),
  );
}
