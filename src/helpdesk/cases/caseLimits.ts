const HOUR = 60 * 60_000;

/** How long what, and how often. Times are in milliseconds unless they say otherwise. */
export const CASE_LIMITS = {
  /** How long after its end a case can be reopened. */
  reopenMs: 14 * 24 * HOUR,
  /** After so long without an answer to "Are you in?" a case is closed. */
  silenceMs: 24 * HOUR,
  /** How long until the person can say again that it is stuck. */
  stuckMs: 24 * HOUR,
  /** How long the first answer that isn't read can wait until a mail goes out; more of them don't put that off. */
  unreadMs: 2 * 60_000,
  /** How often *Still on it* holds a claim. */
  renewals: 4,
  /** How long before a claim runs out its holder is asked, in minutes of the desk's hours. */
  askMinutes: 5,
  /** When a case that nobody has taken is repeated, in minutes of the desk's hours. */
  repeatMinutes: [15, 60],
  /** How many added texts a case keeps for its card, and how much of each, in characters. The trail has all. */
  added: 10,
  addedLength: 1_000,
  /** How many names of files a case keeps for its card, and how much of each, in characters. */
  files: 10,
  fileLength: 60,
  /**
   * What the person's text, the added ones and the names come to together, as JSON in bytes: with the draft (2 KB) and
   * the person's address a case stays under 20 KB.
   */
  words: 15_500,
  /** What is left for the added ones however long the person's text is, in bytes. */
  leastAdded: 1_500,
} as const;
