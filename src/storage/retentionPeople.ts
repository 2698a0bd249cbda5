import { attempt } from './attempt.ts';
import type { RetentionRun } from './retentionRun.ts';
import { walkTable } from './retentionWalk.ts';

/**
 * Forgets people who were greeted before that and have no conversation any more; gives how many. Nobody is forgotten
 * while there are conversations of which it isn't known whose they are: one of them may be theirs.
 */
export function sweepPeople({ db, goOn }: RetentionRun, until: string): Promise<number> {
  return walkTable(
    { db, goOn },
    {
      table: 'people',
      key: 'person',
      async remove({ after, upTo }) {
        const { numDeletedRows } = await attempt('forget people', () =>
          db
            .deleteFrom('people')
            .where('person', '>', after)
            .where('person', '<=', upTo)
            .where('greeted_at', '<=', until)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('conversations').select('key').whereRef('conversations.person', '=', 'people.person'),
                ),
              ),
            )
            .where(({ not, exists, selectFrom }) =>
              not(exists(selectFrom('conversations').select('key').where('person', 'is', null))),
            )
            .executeTakeFirst(),
        );
        return Number(numDeletedRows);
      },
    },
  );
}
