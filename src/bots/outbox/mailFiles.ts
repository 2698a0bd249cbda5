import type { FileStore, StoredFile } from '../../helpdesk/files/fileStore.ts';

/** A file of a mail. */
export interface MailFile {
  readonly name: string;
  /** A media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * How large the files of one mail may be together, in bytes. On the way they are a good third larger (base64), some 21 MB,
 * and with the text that fits the 25 MB that Gmail takes; Exchange Online takes 35 MB if not set otherwise.
 */
const MAIL_FILES_LIMIT = 15 * 1024 * 1024;

/** Which files of a case go with a mail: in their order, as many as fit; and which don't. */
export function mailFiles(files: readonly StoredFile[]): {
  readonly fit: readonly StoredFile[];
  readonly rest: readonly StoredFile[];
} {
  const fit: StoredFile[] = [];
  const rest: StoredFile[] = [];
  let left = MAIL_FILES_LIMIT;
  for (const file of files) {
    const fits = file.size <= left;
    (fits ? fit : rest).push(file);
    if (fits) left -= file.size;
  }
  return { fit, rest };
}

/** Reads them whole, one after another. Throws `storage-failed`. */
export async function readMailFiles(store: Pick<FileStore, 'read'>, files: readonly StoredFile[]): Promise<MailFile[]> {
  const all: MailFile[] = [];
  for (const { id, name, type } of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of store.read(id)) chunks.push(chunk);
    all.push({ name, type, bytes: Buffer.concat(chunks) });
  }
  return all;
}
