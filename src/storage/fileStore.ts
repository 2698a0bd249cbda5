import type { Kysely } from 'kysely';
import { AppError } from '../errors.ts';
import type { FileStore, StoredFile } from '../helpdesk/files/fileStore.ts';
import { attempt } from './attempt.ts';
import { createFileQueries, type FileFacts, type FileQueries } from './fileQueries.ts';
import { createFileWriter } from './fileWriter.ts';
import type { Schema } from './schema.ts';

/**
 * Files in the database, in pieces, so that no file is ever in memory as a whole. Only one that is complete is there for
 * anybody. `read` gives nothing of another, and throws `storage-failed` where the file is removed while it is read.
 */
export function createFileStore(db: Kysely<Schema>): FileStore {
  const queries = createFileQueries(db);

  return {
    begin: (id, at) => createFileWriter(db, queries, { id, at }),
    facts: (id) =>
      attempt('read about a file', async () => {
        const [found = null] = (await db.executeQuery(queries.facts({ id }))).rows.map(fileOf);
        return found;
      }),
    ofCase: (id) =>
      attempt('read about files', async () => (await db.executeQuery(queries.ofCase({ id }))).rows.map(fileOf)),
    loose: (person) =>
      attempt('read about files', async () => (await db.executeQuery(queries.loose({ person }))).rows.map(fileOf)),
    read: (id) => readChunks(db, queries, id),
  };
}

async function* readChunks(db: Kysely<Schema>, queries: FileQueries, id: string): AsyncIterable<Uint8Array> {
  const [facts] = await attempt('read about a file', async () => (await db.executeQuery(queries.facts({ id }))).rows);
  let missing = facts?.size ?? 0;
  for (let seq = 1; missing > 0; seq++) {
    const values = { file: id, seq };
    const [chunk] = await attempt('read a file', async () => (await db.executeQuery(queries.chunk(values))).rows);
    if (chunk === undefined) throw new AppError('storage-failed', 'a file was removed while it was read');
    const bytes = new Uint8Array(chunk.bytes);
    missing -= bytes.byteLength;
    yield bytes;
  }
}

function fileOf({ id, case_id, person, source, name, type, size, at }: FileFacts): StoredFile {
  return { id, case: case_id, person, from: source, name, type, size, at };
}
