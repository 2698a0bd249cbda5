import type { StoredFile } from '../files/fileStore.ts';

/** What somebody has written for the helpdesk and not sent yet. Secrets in the texts are masked. */
export interface HandOver {
  /** What stands in the field of the card; '' while nothing was written there. */
  readonly text: string;
  /** Hashes of what stood in the field before, or came into it from an earlier card: no earlier card brings it back. */
  readonly former?: readonly string[];
  /** What was typed in the chat while the card was open, a message each; it goes below the text. */
  readonly chat?: readonly string[];
  /** What doesn't go along, as `HandOverPart` names it. */
  readonly leftOut?: readonly string[];
  /** They look through what goes along: the place of the first part that they have before them, from 0. */
  readonly choosing?: number;
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

/** Something that goes along with a case unless the person leaves it out. */
export interface HandOverPart {
  /** A file as `file:<id>`, a message from the chat as `chat:<its place there, from 0>`. */
  readonly what: string;
  /** A file's name, or the message. */
  readonly name: string;
  readonly isOut: boolean;
  /** Of a file: many a picture has the name of another. */
  readonly file?: Pick<LooseFile, 'size' | 'at'>;
}

/** A file that somebody has sent and that goes with no case yet. */
export type LooseFile = Pick<StoredFile, 'id' | 'name' | 'size' | 'at'>;

/** All of them, in the order in which they came. */
export interface HandOverParts {
  readonly messages: readonly HandOverPart[];
  readonly files: readonly HandOverPart[];
}

const MESSAGE = 'chat:';

/** How what doesn't go along is named: a message by its place in the chat, from 0. */
export function messageKey(at: number): string {
  return `${MESSAGE}${at}`;
}

/** The same for a file. */
export function fileKey({ id }: { readonly id: string }): string {
  return `file:${id}`;
}

/** What goes along besides the text, and these files. */
export function partsOf(
  { chat = [], leftOut = [] }: Pick<HandOver, 'chat' | 'leftOut'>,
  files: readonly LooseFile[],
): HandOverParts {
  const part = (what: string, name: string) => ({ what, name, isOut: leftOut.includes(what) });
  return {
    messages: chat.map((message, at) => part(messageKey(at), message)),
    files: files.map(({ size, at, ...file }) => ({ ...part(fileKey(file), file.name), file: { size, at } })),
  };
}

/** All that they wrote, as the helpdesk gets it. */
export function wordsOf({ text, ...rest }: Pick<HandOver, 'text' | 'chat' | 'leftOut'>): string {
  const going = partsOf(rest, []).messages.filter(({ isOut }) => !isOut);
  return [text, ...going.map(({ name }) => name)].filter((part) => part !== '').join('\n');
}

/** Whether these lines stand there one after the other, whole. Nothing at all stands anywhere. */
export function holdsLines(text: string, lines: string): boolean {
  return lines === '' || `\n${text}\n`.includes(`\n${lines}\n`);
}

interface StoredHandOver extends Omit<HandOver, 'chat'> {
  readonly chat?: unknown;
  /** Before what goes along was listed ten rows at a time. */
  readonly isChoosing?: unknown;
}

/**
 * As any version stored it: before messages could be left out, they were kept as one text, and then one without words
 * stood where another was left out and forgotten.
 */
export function storedHandOver({ chat, leftOut = [], isChoosing: _, ...rest }: StoredHandOver): HandOver {
  const kept = [chat].flat().flatMap((message, at) => (isWords(message) ? [{ message, key: messageKey(at) }] : []));
  const keys = new Map(kept.map(({ key }, at) => [key, messageKey(at)]));
  const out = leftOut.flatMap((what) => (what.startsWith(MESSAGE) ? (keys.get(what) ?? []) : what));
  return {
    ...rest,
    ...(kept.length > 0 && { chat: kept.map(({ message }) => message) }),
    ...(out.length > 0 && { leftOut: out }),
  };
}

function isWords(stored: unknown): stored is string {
  return typeof stored === 'string' && stored !== '';
}
