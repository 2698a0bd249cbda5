import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** An open database with the newest schema. */
export interface Storage {
  readonly db: Kysely<Schema>;
  /** Whether the database answers, by one cheap query. Never throws. */
  ready(): Promise<boolean>;
  /** Lets go of the database. Finish the turns first: what comes after fails with `storage-failed`. */
  close(): Promise<void>;
}
