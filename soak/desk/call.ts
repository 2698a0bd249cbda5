import type { ShownCard } from '../../test/support/readCard.ts';

/**
 * What the bot learns of a call: that it was taken, that it was not, or nothing that it could rely on. `gone`: a message
 * that was to be changed is not there.
 */
export type Fate = 'taken' | 'refused' | 'gone' | 'unclear';

/** One call to the channel. */
export interface Call {
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Which life of the bot it came from. */
  readonly life: number;
  readonly operation: 'send' | 'reply' | 'update' | 'delete' | 'create' | 'other';
  /** With what names a thread, where it is in one. */
  readonly conversation: string;
  /** The message that it answers, changes or removes; '' for none. */
  readonly about: string;
  /** The message that people see since; '' where they see none. */
  readonly shown: string;
  readonly fate: Fate;
  /** What the message says besides its card. */
  readonly line: string;
  readonly card: ShownCard;
  /** Every mark in it, wherever. */
  readonly marks: readonly string[];
}
