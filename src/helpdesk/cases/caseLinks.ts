/** Links by which a web guest gets back to a case: who has one is whose it is. Only hashes are kept. */
export interface CaseLinks {
  /** `hash` is of a 128-bit secret. Of one case the newest 20 are good. */
  add(link: { readonly hash: string; readonly case: string; readonly at: Date }): Promise<void>;
  /**
   * Whose conversation it opens: the person as people are written. Null for a link that was never given out, or whose
   * case has been closed for longer than the time given.
   */
  find(hash: string, closedSince: Date): Promise<{ readonly case: string; readonly person: string } | null>;
}
