/** Links by which a web guest gets back to a case, kept by the hash of their secret; see `hashSecret`. */
export interface WebCaseLinks {
  /**
   * Whose conversation it opens, as people are written. Null for a link that was never given out, or whose case has been
   * closed since before that time. Throws `storage-failed`.
   */
  find(hash: string, closedSince: Date): Promise<{ readonly case: string; readonly person: string } | null>;
}
