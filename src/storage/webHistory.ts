import type { Kysely } from 'kysely';
import { createAppendMessages } from './appendMessages.ts';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import type { Schema } from './schema.ts';

/** What was said in each session of the web channel, oldest first. Both throw `storage-failed`. */
export interface WebHistory {
  /**
   * Writes all or none, in their order, and gives the number of each: from 1, counting up within the session. What was
   * written under the same `key` before isn't written again, and has the number that it had.
   */
  append(session: string, activities: readonly object[], at: Date, key?: string): Promise<readonly number[]>;
  /** The messages after number `seq` (0 for all), at most `limit` of them. */
  after(session: string, seq: number, limit: number): Promise<readonly { seq: number; activity: object }[]>;
}

interface After {
  readonly session: string;
  readonly seq: number;
  readonly limit: number;
}

/** The web channel's history, in the same table into which turns write their replies. */
export function createWebHistory(db: Kysely<Schema>): WebHistory {
  const appendMessages = createAppendMessages(db);
  const selectAfter = compileOnce<After, { seq: number; activity: string }>((param) =>
    db
      .selectFrom('web_messages')
      .select(['seq', 'activity'])
      .where('session', '=', param('session'))
      .where('seq', '>', param('seq'))
      .orderBy('seq')
      .limit(param('limit')),
  );

  return {
    append: (session, activities, at, key) =>
      attempt('write messages', () =>
        db.transaction().execute((transaction) => appendMessages(transaction, { session, activities, at, key })),
      ),
    after: (session, seq, limit) =>
      attempt('read messages', async () => {
        const { rows } = await db.executeQuery(selectAfter({ session, seq, limit }));
        return rows.map((row) => ({ seq: row.seq, activity: JSON.parse(row.activity) }));
      }),
  };
}
