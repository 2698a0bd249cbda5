import { type Kysely, sql } from 'kysely';
import { compileOnce } from './compileOnce.ts';
import type { CaseTable } from './deskSchema.ts';
import type { Schema } from './schema.ts';

/** The queries by which turns write cases, built once. */
export type CaseQueries = ReturnType<typeof createCaseQueries>;

/** Builds them for one database. */
export function createCaseQueries(db: Kysely<Schema>) {
  return {
    insertCase: insertQuery(db),
    updateCase: updateQuery(db),
    insertEntry: compileOnce<{ id: string; caseId: string; at: string; data: string }>((param) =>
      db.insertInto('case_entries').values(({ selectFrom, fn, val }) => ({
        id: param('id'),
        case_id: param('caseId'),
        seq: selectFrom('case_entries')
          .select(({ eb }) => eb(fn.coalesce(fn.max('seq'), val(0)), '+', 1).as('next'))
          .where('case_id', '=', param('caseId')),
        at: param('at'),
        data: param('data'),
      })),
    ),
    /** Only what is there for its requester and goes with no case yet: nobody can have another's file shown to them. */
    attachFile: compileOnce<{ id: string; caseId: string; person: string }>((param) =>
      db
        .updateTable('files')
        .set({ case_id: param('caseId') })
        .where('id', '=', param('id'))
        .where('state', '=', sql.lit('complete'))
        .where('case_id', 'is', null)
        .where('person', '=', param('person')),
    ),
  };
}

/** Writes nothing where the id is taken, or another case of the conversation isn't closed. */
function insertQuery(db: Kysely<Schema>) {
  return compileOnce<CaseTable>((param) =>
    db
      .insertInto('cases')
      .values({
        ...{ id: param('id'), revision: param('revision'), status: param('status'), line: param('line') },
        ...{ person: param('person'), conversation: param('conversation') },
        ...{ opened_at: param('opened_at'), updated_at: param('updated_at'), queued_at: param('queued_at') },
        ...{ claimed_at: param('claimed_at'), solved_at: param('solved_at'), closed_at: param('closed_at') },
        ...{ cause: param('cause'), ending: param('ending'), starts_at: param('starts_at'), due_at: param('due_at') },
        data: param('data'),
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Changes nothing where the revision is another, or where a case would be opened again beside one that isn't closed. */
function updateQuery(db: Kysely<Schema>) {
  return compileOnce<CaseTable & { from: number }>((param) =>
    db
      .updateTable('cases')
      .set({
        ...{ revision: param('revision'), status: param('status'), line: param('line') },
        ...{ person: param('person'), conversation: param('conversation') },
        ...{ updated_at: param('updated_at'), queued_at: param('queued_at') },
        claimed_at: sql`coalesce(claimed_at, ${param('claimed_at')})`,
        ...{ solved_at: param('solved_at'), closed_at: param('closed_at'), cause: param('cause') },
        ...{ ending: param('ending'), starts_at: param('starts_at'), due_at: param('due_at'), data: param('data') },
      })
      .where('id', '=', param('id'))
      .where('revision', '=', param('from'))
      .where(({ or, not, exists, selectFrom }) =>
        or([
          sql<boolean>`${param('status')} = 'closed'`,
          not(
            exists(
              selectFrom('cases as other')
                .select('other.id')
                .where('other.conversation', '=', param('conversation'))
                .where(sql<boolean>`other.status <> 'closed'`)
                .whereRef('other.id', '<>', 'cases.id'),
            ),
          ),
        ]),
      ),
  );
}
