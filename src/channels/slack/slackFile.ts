/** A file that came with a message, and where it is. The address is not to be trusted. */
export interface SlackFile {
  readonly id: string;
  /** As the person's machine calls it, one line; null where nobody does. */
  readonly name: string | null;
  /** Where it can be fetched with the bot's token; null where it can't, such as a file kept elsewhere. */
  readonly url: string | null;
}
