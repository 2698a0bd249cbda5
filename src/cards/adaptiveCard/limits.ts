/** What an Adaptive Card for Teams may hold. Text is cut to these, anything else over them throws. */
export const LIMITS = {
  /**
   * Bytes of the whole card as JSON in UTF-8. Source: Teams refuses messages of about 100 KB with everything around
   * the card, older clients those of 28 KB; docs/architecture.md, "Cards".
   */
  bytes: 25 * 1024,
  /** Characters of the title: three lines on a phone. Our own number. */
  title: 200,
  /** Characters of what names something: a label, a row of a list, a button's name. Our own number. */
  name: 300,
} as const;
