import type { Writable } from 'node:stream';
import type { PersonData } from '../../storage/personData.ts';

/** What a command of `data` reads from and writes to. */
export interface DataIo {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Opens what is stored. Throws an `AppError` that says what to do. */
  readonly open: () => Promise<OpenData>;
  readonly now: () => Date;
}

/** What is stored, for as long as it is open. */
export interface OpenData {
  readonly data: PersonData;
  close(): Promise<void>;
}

/** What a command works with. */
export type DataTools = Pick<DataIo, 'stdout' | 'stderr' | 'now'> & Pick<OpenData, 'data'>;
