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
  /**
   * The row of its queue, as a rule the one that is being delivered, right before which it comes. Absent, or where its
   * queue has no such row: it comes at the end.
   */
  readonly before?: string;
}

/** A row that this process alone may deliver, until its lease ends. */
export interface LeasedRow extends NewOutboxRow {
  /** When it was committed. */
  readonly since: Date;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** How many attempts just before this one nothing was heard of: their process ended, or couldn't write it down. */
  readonly unheard: number;
  /** How many attempts before it have failed; one of which nothing was heard says nothing about the receiver. */
  readonly failures: number;
  /** An earlier attempt may have been delivered: nobody can tell. */
  readonly mayBeRepeat: boolean;
  /** Whose lease it is; a row whose lease went to another is no longer ours to mark. */
  readonly lease: string;
}

/** A row that is being delivered. */
export interface Delivery extends LeasedRow {
  /** If it isn't delivered now, it never will be. */
  readonly isLast: boolean;
}

/**
 * How an attempt ended. `delivered`: with the id that the receiver gave, '' where it gives none. `refused`: it never
 * will be, don't try again. `not-taken`: it certainly wasn't (429, a refused connection), so trying again is safe.
 * `unclear`: it may have been (408, 5xx, a time-out), so trying again may show it twice. `not-yet`: nothing was tried,
 * since it isn't time yet, or there is nowhere to send it to at present; it costs no attempt. `isAbsent`: nor was it taken
 * by an earlier attempt, as the receiver says, so that it is no repeat any more. `why` is a code for the log.
 */
export type DeliveryOutcome =
  | { readonly kind: 'delivered'; readonly receipt: string }
  | { readonly kind: 'not-yet'; readonly afterMs: number; readonly isAbsent?: true }
  | { readonly kind: 'refused'; readonly why?: string | undefined }
  | {
      readonly kind: 'not-taken';
      readonly retryAfterMs?: number | undefined;
      readonly why?: string | undefined;
      readonly isAbsent?: true;
    }
  | {
      readonly kind: 'unclear';
      /** How long the receiver asks to wait, in milliseconds. */
      readonly retryAfterMs?: number | undefined;
      readonly why?: string | undefined;
    };

/** Delivers one row. May reject: that counts as `unclear`. */
export type Deliver = (row: Delivery) => Promise<DeliveryOutcome>;

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

/** How a row goes on. */
export interface NextAttempt {
  /** Not before then. */
  readonly dueAt: Date;
  readonly mayBeRepeat: boolean;
  /** Nothing was sent, so this one counts neither as an attempt nor as a failure. */
  readonly isUnsent?: boolean;
}

/** Where the rows are kept. All methods throw `storage-failed`. */
export interface OutboxStore {
  /**
   * Takes rows that are due, at most one of each queue: its first that is neither delivered nor given up. A row is
   * never leased by two at once, however many processes ask. One whose lease has run out can be taken by others, and
   * comes as `mayBeRepeat`: nobody knows what its last holder did with it.
   */
  lease(request: LeaseRequest): Promise<readonly LeasedRow[]>;
  /** Holds it until then. It and the three below: false when the lease has gone to another, and nothing was changed. */
  renew(row: LeasedRow, until: Date): Promise<boolean>;
  markDelivered(row: LeasedRow, receipt: string, at: Date): Promise<boolean>;
  putBack(row: LeasedRow, next: NextAttempt): Promise<boolean>;
  /** Given up, with what it carries, so that somebody can have it sent after all; the rows behind it go on. */
  bury(row: LeasedRow, at: Date): Promise<boolean>;
  /**
   * When there is something to lease next: the earliest time at which a queue's first row is due and no lease on it
   * runs. Null when none waits. It can have passed.
   */
  nextDue(): Promise<Date | null>;
  /** Whether that row was taken once, and was delivered or given up. False for one that is forgotten by now. */
  hasEnded(id: string): Promise<boolean>;
  figures(): Promise<OutboxFigures>;
}

/**
 * Named places in a delivery, at which a soak run can end the process; the product does nothing there. At
 * `case-card-posted` the desk's channel has taken the card of a case, and its message isn't noted yet.
 */
export type OutboxStep = 'outbox-leased' | 'case-card-posted' | 'outbox-sent' | 'outbox-marked';

/** Called at each place. */
export type AtOutboxStep = (step: OutboxStep) => void;

/** Whoever counts what the outbox does. */
export interface OutboxWatch {
  /** An attempt has ended, also one that was tried by another process before. */
  attempted(outcome: DeliveryOutcome['kind']): void;
  /** A row was given up: refused by its receiver, or tried for as long as may be. Somebody has to look at it. */
  died(why: 'refused' | 'given-up'): void;
}
