import type { ShownCard } from '../../test/support/readCard.ts';

/** A message of a person. `on` is the message whose card was tapped. */
export type Message =
  | { readonly text: string }
  | { readonly value: Readonly<Record<string, unknown>>; readonly on: string };

/** Where a person sits before the bot: a chat in Teams, or the page. */
export interface Seat {
  /** Who it is, as the bot names conversations; to find what was sent because of them. */
  readonly name: string;
  /** Installs the app, or opens the page. Resolves when it was answered, with the deliveries as the bot names them. */
  arrive(): Promise<readonly string[]>;
  /**
   * Sends the messages at once, each under an id of its own, until each was answered with 2xx. The copies of a
   * channel that repeats itself may come long after. Resolves with the deliveries, as the bot names them. Rejects when
   * something is refused, or not answered for a minute.
   */
  send(messages: readonly Message[], copies: Copies): Promise<readonly string[]>;
  /**
   * The cards that have newly come, oldest first. Where they come by another way than the answer to a request, it waits
   * until there is one for each message that was answered, ten seconds at most.
   */
  news(): Promise<readonly ShownCard[]>;
  /** Whether a card comes within so many milliseconds. */
  hasNews(within: number): Promise<boolean>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
  leave(): void;
}

/** How a channel repeats itself. */
export interface Copies {
  /** Deliveries of each message, at least 1. */
  readonly count: number;
  /** The last comes at most so much later, in milliseconds. */
  readonly spread: number;
  /** Whether the last copy of a tap comes under a new id, as Teams’ retries may. */
  readonly renamed: boolean;
}
