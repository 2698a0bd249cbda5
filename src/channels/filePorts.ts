import type { FileType } from './fileTypes.ts';

/** A file that is kept. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  /** By its content. */
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** The case that it goes with; null while it goes with none. */
  readonly case: string | null;
  /** Whose case it is: they may see it, besides the desk. As people are written. */
  readonly person: string;
  /** Who put it there. */
  readonly from: 'person' | 'desk';
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** Bytes on their way in. */
export interface FileWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Everything is there: from now on it can be read. */
  finish(facts: Omit<KeptFile, 'id'>): Promise<KeptFile>;
  /** Nothing of it stays, whether it was finished or not. */
  discard(): Promise<void>;
}

/** Where files go. Throws `storage-failed`. */
export interface FileSink {
  /** `id` is random and given out once. */
  begin(id: string, at: Date): FileWriter;
}

/** Where files are. All throw `storage-failed`. */
export interface FileSource {
  facts(id: string): Promise<KeptFile | null>;
  /** The bytes, chunk by chunk. */
  read(id: string): AsyncIterable<Uint8Array>;
}
