/** One element of an Adaptive Card as JSON. Enumerations are written as the official parser writes them back. */
export type Element = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What all parts of one card are drawn with. */
export interface Pen {
  /** The id that clicks carry; null for a card without any. */
  readonly card: string | null;
  /** Longest of one text, in characters. */
  readonly textLimit: number;
  /** The names of the card's fields. */
  readonly fields: ReadonlySet<string>;
}
