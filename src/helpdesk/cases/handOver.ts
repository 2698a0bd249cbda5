/** What somebody has written for the helpdesk and not sent yet. Secrets in the text are masked. */
export interface HandOver {
  /** '' while nothing was written. */
  readonly text: string;
  readonly name?: string;
  readonly email?: string;
  /** When their meeting starts; UTC, ISO 8601. */
  readonly startsAt?: string;
  /** IANA: where they were when a channel told it last. A time of day is shown and read there. */
  readonly zone?: string;
  /** Something in the text was masked, and can be given back. */
  readonly isMasked?: true;
  /** They asked for it as they typed it: nothing is masked from now on. */
  readonly asTyped?: true;
}
