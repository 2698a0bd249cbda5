import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** One run over old data. */
export interface RetentionRun {
  readonly db: Kysely<Schema>;
  /** Called between two batches: pauses, so that turns get through, and says whether to go on. */
  readonly goOn: () => Promise<boolean>;
}
