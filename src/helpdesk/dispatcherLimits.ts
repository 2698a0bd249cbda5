import { BACK_OFF, type BackOff } from './backOff.ts';

/** How much at once, how long, how often. Times are in milliseconds. */
export interface DispatcherLimits {
  /** Rows that one process sends at the same time, each of another queue. */
  readonly atOnce: number;
  /** A delivery that takes longer counts as unclear. */
  readonly deliveryMs: number;
  /**
   * How long a row is ours if nothing more is heard of us: its queue stands still for so long when its process is
   * killed, and a database may be away for nearly as long while it is being sent.
   */
  readonly leaseMs: number;
  /** So often that is renewed for as long as the row is being sent. */
  readonly renewMs: number;
  /** A row of which nothing was heard so often in a row is given up: it may be what ends the process. */
  readonly unheard: number;
  readonly backOff: BackOff;
  /** The longest pause between two looks, for rows whose process has ended before it sent them. */
  readonly idleMs: number;
  /** The pause after a fault of the storage. */
  readonly faultMs: number;
  /** How long a stop waits for what is being sent. */
  readonly drainMs: number;
}

export const LIMITS: DispatcherLimits = {
  // At 100 ms a call, 160 messages a second.
  atOnce: 16,
  // A call to Teams' connector takes at most 19 s: twice 3 s to connect and 5 s to answer, and 3 s between them. In Slack a
  // message with files takes at most 29 s: 3 s to look for it, 13 s for the files, 8 s to wait for its turn and 5 s to post it.
  deliveryMs: 30_000,
  // What waits when a process is killed is to be with its receiver within a minute, whose first few refusals included.
  leaseMs: 15_000,
  renewMs: 4_000,
  // Five minutes and more, at a lease each: no database is away for so long and yet gives out leases.
  unheard: 20,
  backOff: BACK_OFF,
  idleMs: 5_000,
  faultMs: 1_000,
  // The process has 10 s to end in, and closes its storage after this.
  drainMs: 8_000,
};
