/** One message of a session, as it was written. */
export interface WebRow {
  /** Counts up within its session, from 1; a row that comes later has a larger one. */
  readonly seq: number;
  /** A Bot Framework activity, as the page gets it. */
  readonly activity: object;
}

/** What was said in each session, oldest first. This channel delivers by writing here. */
export interface WebHistory {
  /** The rows after `seq` (0 for all), oldest first, at most `limit` of them. */
  after(session: string, seq: number, limit: number): Promise<readonly WebRow[]>;
  /**
   * Writes all, in their order, or throws `storage-failed`. Gives the number of each. What was written under the same
   * `key` before isn't written again, and has the number that it had.
   */
  append(session: string, activities: readonly object[], at: Date, key?: string): Promise<readonly number[]>;
}
