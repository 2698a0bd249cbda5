import { cleanFileName } from './cleanFileName.ts';
import { detectFileType, HEAD_BYTES } from './detectFileType.ts';
import type { FileSink, FileWriter, KeptFile } from './filePorts.ts';
import { isUploadFault, type UploadEnd } from './uploadFault.ts';

/** A file on its way in. */
export interface IncomingFile {
  /** Its name, as whoever sent it says. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What receiving takes. */
export interface ReceiveFileParts {
  readonly files: FileSink;
  readonly newId: () => string;
  readonly clock: () => Date;
}

/** What has become of a file; one that is kept can still be thrown away. */
export type ReceivedFile =
  | { readonly kind: 'kept'; readonly file: KeptFile; readonly discard: () => Promise<void> }
  | { readonly kind: 'refused'; readonly why: 'type' | 'empty' | UploadEnd };

/**
 * Keeps a file piece by piece, as it comes, once its first bytes have said what it is. Of one that is refused, or breaks
 * off, nothing stays. Throws what the storage throws.
 */
export async function receiveFile(
  parts: ReceiveFileParts,
  { name, bytes }: IncomingFile,
  owner: Pick<KeptFile, 'case' | 'person' | 'from'>,
): Promise<ReceivedFile> {
  let writer: FileWriter | null = null;
  try {
    const chunks = bytes[Symbol.asyncIterator]();
    const head = await readHead(chunks);
    if (head.length === 0) return { kind: 'refused', why: 'empty' };
    const type = await detectFileType(head.subarray(0, HEAD_BYTES));
    if (type === null) return { kind: 'refused', why: 'type' };
    const at = parts.clock();
    writer = parts.files.begin(parts.newId(), at);
    await writer.write(head);
    const size = head.length + (await copy(chunks, writer));
    const facts = { ...owner, name: cleanFileName(name, type), type, size, at: at.toISOString() };
    return { kind: 'kept', file: await writer.finish(facts), discard: writer.discard };
  } catch (error) {
    await writer?.discard();
    if (isUploadFault(error)) return { kind: 'refused', why: error.how };
    throw error;
  }
}

/** Enough to tell what it is; less where there is no more. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    head.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(head);
}

/** Each piece is written before the next is asked for. */
async function copy(chunks: AsyncIterator<Uint8Array>, writer: FileWriter): Promise<number> {
  let size = 0;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    size += next.value.length;
    await writer.write(next.value);
  }
  return size;
}
