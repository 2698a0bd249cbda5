import { type Kysely, sql } from 'kysely';
import type { StoredFile } from '../helpdesk/files/fileStore.ts';
import { compileOnce } from './compileOnce.ts';
import { isPostgres } from './isPostgres.ts';
import type { Schema } from './schema.ts';

/** What is known of a complete file: only the last step of writing one makes it so, and that sets all of it. */
export interface FileFacts {
  readonly id: string;
  readonly case_id: string | null;
  readonly person: string;
  readonly source: StoredFile['from'];
  readonly name: string;
  readonly type: StoredFile['type'];
  readonly size: number;
  readonly at: string;
}

interface Chunk {
  readonly file: string;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** The queries of files, built once. */
export type FileQueries = ReturnType<typeof createFileQueries>;

/** Builds the queries of files for one database. */
export function createFileQueries(db: Kysely<Schema>) {
  return { ...readQueries(db), addChunk: addChunkQuery(db), ...writeQueries(db) };
}

function readQueries(db: Kysely<Schema>) {
  const complete = db
    .selectFrom('files')
    .select(['id', 'case_id', 'person', 'source', 'name', 'type', 'size', 'at'])
    .where('state', '=', sql.lit('complete'))
    .$castTo<FileFacts>();
  return {
    facts: compileOnce<{ id: string }, FileFacts>((param) => complete.where('id', '=', param('id'))),
    ofCase: compileOnce<{ id: string }, FileFacts>((param) =>
      complete.where('case_id', '=', param('id')).orderBy('at').orderBy('id'),
    ),
    loose: compileOnce<{ person: string }, FileFacts>((param) =>
      complete
        .where('person', '=', param('person'))
        .where('case_id', 'is', null)
        .where('source', '=', sql.lit('person'))
        .orderBy('at')
        .orderBy('id'),
    ),
    chunk: compileOnce<{ file: string; seq: number }, Pick<Schema['file_chunks'], 'bytes'>>((param) =>
      db.selectFrom('file_chunks').select('bytes').where('file', '=', param('file')).where('seq', '=', param('seq')),
    ),
  };
}

function writeQueries(db: Kysely<Schema>) {
  return {
    /** Changes no row where there is such a file already; done again, it changes one again. */
    begin: compileOnce<{ id: string; at: string }>((param) =>
      db
        .insertInto('files')
        .values({ id: param('id'), state: sql.lit('partial'), at: param('at') })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ at: param('at') })
            .where('files.state', '=', sql.lit('partial')),
        ),
    ),
    finish: compileOnce<FileFacts>((param) =>
      db
        .updateTable('files')
        .set({
          ...{ state: sql.lit('complete'), at: param('at'), case_id: param('case_id'), person: param('person') },
          ...{ source: param('source'), name: param('name'), type: param('type'), size: param('size') },
        })
        .where('id', '=', param('id'))
        .where('state', '<>', sql.lit('gone')),
    ),
  };
}

/**
 * Changes no row where the file isn't there any more, as when it was written for too long and removed; on PostgreSQL one
 * that is being removed just now is waited for.
 */
function addChunkQuery(db: Kysely<Schema>) {
  const holds = isPostgres(db);

  return compileOnce<Chunk>((param) =>
    db
      .insertInto('file_chunks')
      .columns(['file', 'seq', 'bytes'])
      .expression(({ selectFrom }) => {
        // PostgreSQL doesn't look at where a selected value goes, so it has to be told what it is.
        const bytes = holds ? sql<Uint8Array>`cast(${param('bytes')} as bytea)` : param('bytes');
        const row = selectFrom('files')
          .select(['id as file', sql<number>`cast(${param('seq')} as integer)`.as('seq'), bytes.as('bytes')])
          .where('id', '=', param('file'))
          .where('state', '=', sql.lit('partial'));
        return holds ? row.forKeyShare() : row;
      })
      .onConflict((conflict) =>
        conflict.columns(['file', 'seq']).doUpdateSet(({ ref }) => ({ bytes: ref('excluded.bytes') })),
      ),
  );
}
