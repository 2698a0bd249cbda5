import type { CaseFile } from '../cases/caseEntry.ts';

/** A file that is kept, and whose it is. */
export interface StoredFile extends CaseFile {
  /** Null until it goes with a case. */
  readonly case: string | null;
  /** Who may see it besides the desk: the person whose case it is, as people are written. */
  readonly person: string;
  /** Who put it there. */
  readonly from: 'person' | 'desk';
  /** When it came; UTC, ISO 8601. */
  readonly at: string;
}

/** Bytes on their way in. */
export interface FileWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Everything is there: from now on it can be read. */
  finish(facts: Omit<StoredFile, 'id'>): Promise<StoredFile>;
  /** Nothing of it stays. */
  discard(): Promise<void>;
}

/** Where files are kept, in chunks, so that every instance has them. All throw `storage-failed`. */
export interface FileStore {
  /** `id` is random and given out once. */
  begin(id: string, at: Date): FileWriter;
  facts(id: string): Promise<StoredFile | null>;
  ofCase(id: string): Promise<readonly StoredFile[]>;
  /** Files that a person has sent and that go with no case yet, oldest first. */
  loose(person: string): Promise<readonly StoredFile[]>;
  /** The bytes, chunk by chunk. */
  read(id: string): AsyncIterable<Uint8Array>;
}
