import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** An open database with the newest schema. */
export interface Storage {
  readonly db: Kysely<Schema>;
  /**
   * Has `wake` called with a session of the web channel whenever another process may have written messages for it.
   * Where only one process may use the data, it is never called.
   */
  onWebMessages(wake: (session: string) => void): void;
  /** Whether the database answers, by one cheap query. Never throws. */
  ready(): Promise<boolean>;
  /** Lets go of the database. Finish the turns first: what comes after fails with `storage-failed`. */
  close(): Promise<void>;
}

/** Who opens the data, and how. */
export interface OpenStorageOptions {
  /** A server, of which a folder takes only one at a time; or a tool, which may work beside it. */
  readonly as: 'server' | 'tool';
  /** Whether tables of an earlier version are brought up to date, the default, or refused. */
  readonly upgrade?: boolean;
}
