/** What somebody has written for the helpdesk and not sent yet. Secrets in the texts are masked. */
export interface HandOver {
  /** What stands in the field of the card; '' while nothing was written there. */
  readonly text: string;
  /** What was typed in the chat while the card was open; it goes below the text. */
  readonly chat?: string;
  readonly name?: string;
  /** As it was typed: what it looks like matters when it is sent. */
  readonly email?: string;
  /** When their meeting starts; UTC, ISO 8601. */
  readonly startsAt?: string;
  /** What they wrote for that instead, which is no time of day. */
  readonly time?: string;
  /** IANA: where they were when a channel told it last. A time of day is shown and read there. */
  readonly zone?: string;
  /** Something in the texts was masked, and can be given back. */
  readonly isMasked?: true;
  /** What looks like a secret and isn't, as they say: it stays as it is. */
  readonly unmasked?: readonly string[];
  /** What was masked was forgotten: whatever looks like a secret in the next text stays as it is. */
  readonly asTyped?: true;
}

/** All that they wrote, as the helpdesk gets it. */
export function wordsOf({ text, chat = '' }: Pick<HandOver, 'text' | 'chat'>): string {
  return [text, chat].filter((part) => part !== '').join('\n');
}
