/** Something that must reach somebody, as a turn hands it in. */
export interface NewOutboxRow {
  /** Random, given once: the same row is never taken twice. */
  readonly id: string;
  /** Rows of one queue are delivered one after another, in the order in which they were committed. */
  readonly queue: string;
  /** Whose data it carries, so that it goes when that person's data are erased; null when it carries nobody's. */
  readonly person: string | null;
  /** What to deliver: JSON, understood by whoever delivers it. */
  readonly payload: object;
}

/** A row that this process alone may deliver, until its lease ends. */
export interface LeasedRow extends NewOutboxRow {
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** An earlier attempt may have been delivered: nobody can tell. */
  readonly mayBeRepeat: boolean;
  /** Whose lease it is; a row whose lease went to another is no longer ours to mark. */
  readonly lease: string;
}

/**
 * How an attempt ended. `delivered`: with the id that the receiver gave. `refused`: it never will be, don't try again.
 * `not-taken`: it certainly wasn't (429, a refused connection), so trying again is safe. `unclear`: it may have been
 * (408, 5xx, a time-out), so trying again may show it twice.
 */
export type DeliveryOutcome =
  | { readonly kind: 'delivered'; readonly receipt: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'not-taken' | 'unclear'; readonly retryAfterMs?: number | undefined };

/** Delivers one row. May reject: that counts as `unclear`. */
export type Deliver = (row: LeasedRow) => Promise<DeliveryOutcome>;

/** How the outbox stands, for whoever watches it. */
export interface OutboxFigures {
  /** Rows still to be delivered. */
  readonly waiting: number;
  /** When the oldest of them was committed; null when none waits. */
  readonly oldest: Date | null;
  /** Rows that were given up. */
  readonly dead: number;
}

/** What a lease is asked for. */
export interface LeaseRequest {
  readonly now: Date;
  /** When others may take the rows if nothing was heard. */
  readonly until: Date;
  readonly lease: string;
  /** At most so many rows. */
  readonly limit: number;
}

/** Where the rows are kept. All methods throw `storage-failed`. */
export interface OutboxStore {
  /**
   * Takes rows that are due, at most one of each queue: its first that is neither delivered nor given up. A row is
   * never leased by two at once, however many processes ask.
   */
  lease(request: LeaseRequest): Promise<readonly LeasedRow[]>;
  /** All three: false when the lease has gone to another in the meantime, and nothing was changed. */
  markDelivered(row: LeasedRow, receipt: string, at: Date): Promise<boolean>;
  /** To be tried again, not before `dueAt`. */
  putBack(row: LeasedRow, next: { readonly dueAt: Date; readonly mayBeRepeat: boolean }): Promise<boolean>;
  /** Given up; the rows behind it go on. */
  bury(row: LeasedRow, at: Date): Promise<boolean>;
  /** When the next row is due that could be leased then; null when none waits. */
  nextDue(now: Date): Promise<Date | null>;
  figures(): Promise<OutboxFigures>;
}

/** Named places in a delivery, at which a soak run can end the process; the product does nothing there. */
export type OutboxStep = 'outbox-leased' | 'outbox-sent' | 'outbox-marked';
