/** What time it is, and where. */
export interface Clock {
  readonly now: Date;
  /** IANA. */
  readonly zone: string;
  /** Whether it is the reader's own; else its name is said. */
  readonly isReaders: boolean;
}
