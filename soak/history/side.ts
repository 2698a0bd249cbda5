import type { ShownCard } from '../../test/support/readCard.ts';
import type { Message } from '../people/seat.ts';
import type { Which } from './moves.ts';

/** A person before the bot, on some channel. */
export interface Side {
  /** As people are written. */
  readonly person: string;
  /** So that nothing comes to them any more but answers. */
  readonly canBlock: boolean;
  /** Delivers a message under this id to an instance; gives the status of the answer. */
  deliver(message: Message, id: string, to: Which): Promise<number>;
  /** Notes the newest answer of the desk as seen; null where this channel doesn’t tell. */
  read(entry: string, to: Which): Promise<number | null>;
  /** Sends a file under this id; null where this channel can’t, here. */
  attach(id: string, to: Which): Promise<number | null>;
  /** The bot’s cards, oldest first. */
  cards(): Promise<readonly ShownCard[]>;
  /** How many of these deliveries, made since this was last asked, have no answer of their own. */
  unanswered(ids: readonly string[]): Promise<number>;
}
