import { type Delivery, type Entry, ownEntry, type Upload } from './entry.ts';
import type { ShownFile } from './shownFile.ts';
import type { Transcript } from './transcript.ts';

/** What is news of a file on its way. */
export interface UploadNews extends Partial<Pick<Upload, 'share' | 'fault'>> {
  readonly delivery?: Delivery;
  readonly after?: number | null;
}

/** A file that the person has just chosen, shown before the server has it. */
export function uploading(transcript: Transcript, id: string, file: Pick<Upload, 'name' | 'size'>): Transcript {
  const upload = { name: file.name, size: file.size, share: 0, fault: null };
  return { ...transcript, entries: [...transcript.entries, ownEntry(id, { upload })] };
}

/** How far a file got. */
export function uploadChanged(transcript: Transcript, id: string, news: UploadNews): Transcript {
  const { delivery, after, ...rest } = news;
  const entries = transcript.entries.map((entry) => {
    if (entry.clientId !== id || entry.upload === null) return entry;
    const changed = { ...entry, upload: { ...entry.upload, ...rest } };
    return { ...changed, delivery: delivery ?? entry.delivery, after: after === undefined ? entry.after : after };
  });
  return { ...transcript, entries };
}

/**
 * Without the entry of a file that the stream has brought back. The server gives it an id and perhaps another name, so
 * it is known by its size.
 */
export function withoutArrived(entries: readonly Entry[], files: readonly ShownFile[]): readonly Entry[] {
  return files.reduce((left, file) => {
    const sameSize = left.filter(({ upload }) => upload?.size === file.size);
    const arrived = sameSize.find(({ upload }) => upload?.name === file.name) ?? sameSize[0];
    return left.filter((entry) => entry !== arrived);
  }, entries);
}
