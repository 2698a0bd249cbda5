import type { Readable, Writable } from 'node:stream';

/** What a command of `kb` reads from and writes to. */
export interface KbIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The folder of the installed packs, absolute. */
  readonly packs: string;
}
