import { type Expression, type ExpressionBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import { attempt } from './attempt.ts';
import { inTransaction } from './inTransaction.ts';
import type { RetentionRun } from './retentionRun.ts';
import { type KeyRange, walkTable } from './retentionWalk.ts';
import type { Schema } from './schema.ts';
import { webConversation } from './webConversation.ts';

/** When a session may go, as times until which something must lie back. */
export interface SessionLimits {
  /** It wasn't used since. */
  readonly idle: string;
  /** It has no case that isn't closed, or was closed since: its person may come back for the answer. */
  readonly closed: string;
}

/**
 * Removes the sessions of the web channel that nobody has used or needs, each with its conversation and all of its
 * messages at once: what stays would be numbered anew. Gives how many sessions went.
 */
export function sweepSessions(run: RetentionRun, limits: SessionLimits): Promise<number> {
  return walkTable(run, {
    table: 'web_sessions',
    key: 'id',
    async remove(range) {
      let removed = 0;
      for (const id of await idleSessions(run, { range, limits })) {
        const gone = await attempt('remove an old session', () =>
          inTransaction(run.db, (transaction) => removeSession(transaction, { id, limits })),
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
  { range, limits }: { range: KeyRange; limits: SessionLimits },
): Promise<readonly string[]> {
  const rows = await attempt('look for old sessions', () =>
    db
      .selectFrom('web_sessions')
      .select('id')
      .where('id', '>', range.after)
      .where('id', '<=', range.upTo)
      .where((session) => mayGo(session, limits))
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/**
 * The one place that says when a session may go; it is asked again in the transaction that removes it. Whatever else
 * must keep a session is one more condition here.
 */
function mayGo(
  session: ExpressionBuilder<Schema, 'web_sessions'>,
  { idle, closed }: SessionLimits,
): Expression<SqlBool> {
  const talkedSince = session
    .selectFrom('conversations')
    .select('key')
    .where('key', '=', sql<string>`${webConversation('')} || web_sessions.id`)
    .where('updated_at', '>', idle);
  const needed = session
    .selectFrom('cases')
    .select('cases.id')
    .where('cases.person', '=', sql<string>`'web:' || web_sessions.id`)
    .where(({ eb, or }) => or([eb('cases.status', '<>', 'closed'), eb('cases.closed_at', '>', closed)]));
  return session.and([
    session('web_sessions.created_at', '<=', idle),
    session.or([session('used_at', 'is', null), session('used_at', '<=', idle)]),
    session.not(session.exists(talkedSince)),
    session.not(session.exists(needed)),
  ]);
}

/** False when it has been used in the meantime. The conversation goes first, as in a turn, so that neither waits for the other. */
async function removeSession(
  transaction: Transaction<Schema>,
  { id, limits }: { id: string; limits: SessionLimits },
): Promise<boolean> {
  await transaction
    .deleteFrom('conversations')
    .where('key', '=', webConversation(id))
    .where('updated_at', '<=', limits.idle)
    .execute();
  const { numDeletedRows } = await transaction
    .deleteFrom('web_sessions')
    .where('id', '=', id)
    .where((session) => mayGo(session, limits))
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await transaction.deleteFrom('web_messages').where('session', '=', id).execute();
  return true;
}
