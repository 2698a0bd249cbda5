import type { FileStore, StoredFile } from '../../src/helpdesk/files/fileStore.ts';
import { AT } from './turnStoreSamples.ts';

interface NewFile extends Partial<StoredFile> {
  readonly id: string;
  readonly isPartial?: boolean;
  readonly bytes?: Uint8Array;
}

/** Stores a file of some bytes, up to its end or not; loose and of `web:ann` unless told otherwise. */
export async function storeFile(files: FileStore, { isPartial, bytes, ...facts }: NewFile): Promise<void> {
  const writer = files.begin(facts.id, new Date(facts.at ?? AT));
  await writer.write(bytes ?? new Uint8Array(isPartial ? 300 * 1024 : 3).fill(7));
  if (!isPartial) await writer.finish(factsOf(facts));
}

/** What is told of a file at its end. */
export function factsOf(others: Partial<StoredFile> = {}): Omit<StoredFile, 'id'> {
  const { id: _, ...facts } = { id: '', ...others };
  return {
    ...{ case: null, person: 'web:ann', from: 'person', name: 'screen.png', type: 'image/png', size: 3 },
    at: AT.toISOString(),
    ...facts,
  };
}

/** All bytes of a file at once. */
export async function bytesOf(files: FileStore, id: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.read(id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
