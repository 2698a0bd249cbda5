/** What is wrong with a pack, and where: keys and places in lists, from the top of the file. */
export interface Finding {
  readonly path: readonly (string | number)[];
  /** What is wrong and what to do, for the author. */
  readonly message: string;
}
