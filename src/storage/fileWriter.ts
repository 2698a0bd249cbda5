import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { AppError } from '../errors.ts';
import type { FileWriter } from '../helpdesk/files/fileStore.ts';
import { attempt } from './attempt.ts';
import type { FileQueries } from './fileQueries.ts';
import { inTransaction } from './inTransaction.ts';
import type { Schema } from './schema.ts';

/** In bytes: a row that SQLite writes in a millisecond or two, so that turns get between two of them. */
const CHUNK = 256 * 1024;

/**
 * Writes one file as it comes, each piece by itself: what is in memory is one piece, what is on its way in is seen by
 * nobody. Wait for each `write` before the next. All throw `storage-failed`, also where the file is gone since it was
 * begun an hour ago; then discard it.
 */
export function createFileWriter(
  db: Kysely<Schema>,
  queries: FileQueries,
  { id, at }: { readonly id: string; readonly at: Date },
): FileWriter {
  const buffer = Buffer.alloc(CHUNK);
  let filled = 0;
  let written = 0;
  let chunks = 0;

  const change = (query: CompiledQuery) => attempt('write a file', () => changeOne(db, query));
  const flush = async () => {
    if (chunks === 0) await change(queries.begin({ id, at: at.toISOString() }));
    if (filled > 0) await change(queries.addChunk({ file: id, seq: chunks + 1, bytes: buffer.subarray(0, filled) }));
    chunks += 1;
    written += filled;
    filled = 0;
  };

  return {
    async write(chunk) {
      for (let from = 0; from < chunk.byteLength; ) {
        const piece = chunk.subarray(from, from + CHUNK - filled);
        buffer.set(piece, filled);
        filled += piece.byteLength;
        from += piece.byteLength;
        if (filled === CHUNK) await flush();
      }
    },
    async finish(facts) {
      if (filled > 0 || chunks === 0) await flush();
      const { case: case_id, person, from: source, name, type, at: time } = facts;
      await change(queries.finish({ id, case_id, person, source, name, type, size: written, at: time }));
      return { ...facts, id, size: written };
    },
    discard: () => attempt('discard a file', () => removeFile(db, id)),
  };
}

async function changeOne(db: Kysely<Schema>, query: CompiledQuery): Promise<void> {
  const { numAffectedRows } = await db.executeQuery(query);
  if (numAffectedRows !== 1n) throw new AppError('storage-failed', 'a file is gone, or was begun by another');
}

async function removeFile(db: Kysely<Schema>, id: string): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction.deleteFrom('files').where('id', '=', id).execute();
    await sql`delete from file_chunks where file = ${id}`.execute(transaction);
    return true;
  });
}
