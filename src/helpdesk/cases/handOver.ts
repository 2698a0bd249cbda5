/** What somebody has written for the helpdesk and not sent yet. Secrets in the texts are masked. */
export interface HandOver {
  /** What stands in the field of the card; '' while nothing was written there. */
  readonly text: string;
  /** What was typed in the chat while the card was open, a message each; it goes below the text. */
  readonly chat?: readonly string[];
  /** What doesn't go along: a file as `file:<id>`, a message from the chat as `chat:<its place there, from 0>`. */
  readonly leftOut?: readonly string[];
  /** They look through what goes along. */
  readonly isChoosing?: true;
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
export function wordsOf({ text, chat = [], leftOut = [] }: Pick<HandOver, 'text' | 'chat' | 'leftOut'>): string {
  const going = chat.filter((_, at) => !leftOut.includes(`chat:${at}`));
  return [text, ...going].filter((part) => part !== '').join('\n');
}

/** As any version stored it: before messages could be left out, they were kept as one text. */
export function storedHandOver(stored: Omit<HandOver, 'chat'> & { readonly chat?: unknown }): HandOver {
  const { chat, ...rest } = stored;
  if (typeof chat === 'string') return { ...rest, chat: [chat] };
  return Array.isArray(chat) ? { ...rest, chat: chat.filter((each) => typeof each === 'string') } : rest;
}
