import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import { attempt } from './attempt.ts';
import { inTransaction } from './inTransaction.ts';
import type { RetentionRun } from './retentionRun.ts';
import { type KeyRange, walkTable } from './retentionWalk.ts';
import type { Schema } from './schema.ts';
import { webConversation } from './webConversation.ts';

/**
 * Removes the sessions of the web channel that nobody has used since, each with its conversation and all of its
 * messages at once: what stays would be numbered anew. Gives how many sessions went.
 */
export function sweepSessions(run: RetentionRun, until: string): Promise<number> {
  return walkTable(run, {
    table: 'web_sessions',
    key: 'id',
    async remove(range) {
      let removed = 0;
      for (const id of await idleSessions(run, { range, until })) {
        const gone = await attempt('remove an old session', () =>
          inTransaction(run.db, (transaction) => removeSession(transaction, { id, until })),
        );
        if (gone) removed += 1;
        if (!(await run.goOn())) break;
      }
      return removed;
    },
  });
}

async function idleSessions(
  { db }: RetentionRun,
  { range, until }: { range: KeyRange; until: string },
): Promise<readonly string[]> {
  const rows = await attempt('look for old sessions', () =>
    db
      .selectFrom('web_sessions')
      .select('id')
      .where('id', '>', range.after)
      .where('id', '<=', range.upTo)
      .where((session) => mayGo(session, until))
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/**
 * The one place that says when a session may go; it is asked again in the transaction that removes it. Whatever else
 * must keep a session is one more condition here.
 */
function mayGo(session: ExpressionBuilder<Schema, 'web_sessions'>, until: string): Expression<SqlBool> {
  const talkedSince = session
    .selectFrom('conversations')
    .select('key')
    .where('key', '=', sql<string>`${webConversation('')} || web_sessions.id`)
    .where('updated_at', '>', until);
  return session.and([
    session('web_sessions.created_at', '<=', until),
    session.or([session('used_at', 'is', null), session('used_at', '<=', until)]),
    session.not(session.exists(talkedSince)),
  ]);
}

/** False when it has been used in the meantime. The conversation goes first, as in a turn, so that neither waits for the other. */
async function removeSession(
  transaction: Transaction<Schema>,
  { id, until }: { id: string; until: string },
): Promise<boolean> {
  await transaction
    .deleteFrom('conversations')
    .where('key', '=', webConversation(id))
    .where('updated_at', '<=', until)
    .execute();
  const { numDeletedRows } = await transaction
    .deleteFrom('web_sessions')
    .where('id', '=', id)
    .where((session) => mayGo(session, until))
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await transaction.deleteFrom('web_messages').where('session', '=', id).execute();
  return true;
}
