import type { OnDesk } from './screen.ts';

/** What became of something that somebody at the desk wrote: it was answered with 2xx. */
export interface HandedIn {
  /** When it was handed in, in milliseconds since 1970. */
  readonly began: number;
  /** When the first of its deliveries was answered, in milliseconds since 1970. */
  readonly at: number;
  /** The messages that brought it; whatever the bot says of them names them. Empty for a page. */
  readonly messages: readonly string[];
  /** What the page said of it; null elsewhere. */
  readonly said: string | null;
  /** The card of a case under which it was typed; null for what wasn’t typed in a channel. */
  readonly thread: string | null;
}

/** Somebody at the desk. Each deed resolves once it was answered, and null where the card for it never came. */
export interface Hand {
  readonly name: string;
  claim(on: OnDesk): Promise<HandedIn | null>;
  reply(on: OnDesk, text: string): Promise<HandedIn | null>;
  note(on: OnDesk, text: string): Promise<HandedIn | null>;
  solve(on: OnDesk): Promise<HandedIn | null>;
  settled(): Promise<void>;
}
