import { sql } from 'kysely';
import { attempt } from './attempt.ts';
import type { RetentionRun } from './retentionRun.ts';
import { walkTable } from './retentionWalk.ts';
import { webConversation } from './webConversation.ts';

/**
 * Removes messages of sessions of which nothing else is left: a turn that ran while its session was removed wrote them.
 * All of a session go at once. Gives how many.
 */
export function sweepStrays({ db, goOn }: RetentionRun): Promise<number> {
  return walkTable(
    { db, goOn },
    {
      table: 'web_messages',
      key: 'session',
      async remove({ after, upTo }) {
        const { numDeletedRows } = await attempt('remove stray messages', () =>
          db
            .deleteFrom('web_messages')
            .where('session', '>', after)
            .where('session', '<=', upTo)
            .where(({ not, exists, selectFrom }) =>
              not(exists(selectFrom('web_sessions').select('id').whereRef('id', '=', 'web_messages.session'))),
            )
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('conversations')
                    .select('key')
                    .where('key', '=', sql<string>`${webConversation('')} || web_messages.session`),
                ),
              ),
            )
            .executeTakeFirst(),
        );
        return Number(numDeletedRows);
      },
    },
  );
}
