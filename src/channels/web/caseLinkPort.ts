/** Links by which a web guest gets back to a case, kept by the hash of their secret; see `hashSecret`. */
export interface WebCaseLinks {
  /**
   * Whose conversation it opens, as people are written. Null for a link that was never given out, or whose case was
   * closed so long ago that it can't be reopened. Throws `storage-failed`.
   */
  find(hash: string): Promise<{ readonly case: string; readonly person: string } | null>;
}
