import { type Kysely, sql } from 'kysely';
import type { DeskPosts } from '../helpdesk/desk/deskPlace.ts';
import { createAppendOutbox } from './appendOutbox.ts';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import { insertForCase } from './insertForCase.ts';
import { inTransaction } from './inTransaction.ts';
import type { Schema } from './schema.ts';

/** Which message of the desk is whose case, in the database. One of a case that isn't there any more is not kept. */
export function createDeskPosts(db: Kysely<Schema>): DeskPosts {
  const get = compileOnce<{ id: string; place: string }, Schema['desk_posts']>((param) =>
    db.selectFrom('desk_posts').selectAll().where('case_id', '=', param('id')).where('place', '=', param('place')),
  );
  const caseOf = compileOnce<{ place: string; root: string }, { id: string }>((param) =>
    db
      .selectFrom('desk_posts')
      .select('case_id as id')
      .where('place', '=', param('place'))
      .where('root', '=', param('root'))
      .limit(sql.lit(1)),
  );
  const appendOutbox = createAppendOutbox(db);

  return {
    get: (id, place) =>
      attempt('read a post of the desk', async () => {
        const { rows } = await db.executeQuery(get({ id, place }));
        const [row] = rows;
        return row === undefined
          ? null
          : { case: row.case_id, place: row.place, root: row.root, shown: row.shown, shownAt: row.shown_at };
      }),
    caseOf: (place, root) =>
      attempt('read a post of the desk', async () => {
        const { rows } = await db.executeQuery(caseOf({ place, root }));
        return rows[0]?.id ?? null;
      }),
    save: ({ case: id, place, root, shown, shownAt }, outbox = []) =>
      attempt('keep a post of the desk', async () => {
        await inTransaction(db, async (transaction) => {
          const isKept = await insertForCase(transaction, id, {
            into: 'desk_posts',
            values: { case_id: id, place, root, shown, shown_at: shownAt },
            onConflict: sql`(case_id, place) do update
              set root = excluded.root, shown = excluded.shown, shown_at = excluded.shown_at`,
          });
          if (isKept) await appendOutbox(transaction, outbox, new Date(shownAt));
          return true;
        });
      }),
  };
}
