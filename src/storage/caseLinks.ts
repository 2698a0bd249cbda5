import { type Kysely, sql } from 'kysely';
import type { CaseLinks } from '../helpdesk/cases/caseLinks.ts';
import { attempt } from './attempt.ts';
import { compileOnce } from './compileOnce.ts';
import { insertForCase } from './insertForCase.ts';
import { inTransaction } from './inTransaction.ts';
import type { Schema } from './schema.ts';

/** Of one case: a person has a few devices, and each link shown is one. */
const KEPT = 20;

interface Find {
  readonly hash: string;
  readonly closedSince: string;
}

/** The links in the database. One for a case that isn't there any more is not kept. */
export function createCaseLinks(db: Kysely<Schema>): CaseLinks {
  const find = compileOnce<Find, { case: string; person: string }>((param) =>
    db
      .selectFrom('case_links')
      .innerJoin('cases', 'cases.id', 'case_links.case_id')
      .select(['cases.id as case', 'cases.person'])
      .where('case_links.hash', '=', param('hash'))
      .where(({ eb, or }) =>
        or([eb('cases.closed_at', 'is', null), eb('cases.closed_at', '>=', param('closedSince'))]),
      ),
  );

  return {
    add: ({ hash, case: id, at }) =>
      attempt('keep a link', async () => {
        await inTransaction(db, async (transaction) => {
          await insertForCase(transaction, id, {
            into: 'case_links',
            values: { hash, case_id: id, created_at: at.toISOString() },
            onConflict: sql`(hash) do nothing`,
          });
          await dropOldest(transaction, id, hash);
          return true;
        });
      }),
    find: (hash, closedSince) =>
      attempt('look for a link', async () => {
        const { rows } = await db.executeQuery(find({ hash, closedSince: closedSince.toISOString() }));
        return rows[0] ?? null;
      }),
  };
}

/** The one just given out stays, whichever others are of the same moment. */
async function dropOldest(db: Kysely<Schema>, id: string, newest: string): Promise<void> {
  await db
    .deleteFrom('case_links')
    .where('case_id', '=', id)
    .where('hash', 'not in', (eb) =>
      eb
        .selectFrom('case_links')
        .select('hash')
        .where('case_id', '=', id)
        .orderBy(({ eb: each }) => each.case().when('hash', '=', newest).then(0).else(1).end())
        .orderBy('created_at', 'desc')
        .limit(KEPT),
    )
    .execute();
}
