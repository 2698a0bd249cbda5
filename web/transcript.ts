import type { Activity } from './activity.ts';
import { type Delivery, type Entry, ownEntry } from './entry.ts';
import { withoutArrived } from './uploadEntries.ts';

/** Everything said, oldest first; what isn't with the server yet comes last. */
export interface Transcript {
  /** Counts the sessions this page has had: event numbers begin anew in each. */
  readonly session: number;
  readonly entries: readonly Entry[];
  /** The key of the card whose buttons count: the newest one that came with any, until it is answered. */
  readonly current: string | null;
}

export const NOTHING_SAID: Transcript = { session: 0, entries: [], current: null };

/** What the event stream brought. Whatever it says of this page's own messages replaces the guess. */
export function received(transcript: Transcript, seq: number, activity: Activity): Transcript {
  switch (activity.kind) {
    case 'typing':
      return transcript;
    case 'deleted':
      return withoutEntry(transcript, `${transcript.session}:${activity.seq}`);
    case 'updated':
      return withUpdate(transcript, activity);
    case 'said':
      return withSaid(transcript, seq, activity);
  }
}

/** What the person has just typed, shown before the server has it. */
export function typed(transcript: Transcript, message: { id: string; text: string }): Transcript {
  if (transcript.entries.some((entry) => entry.clientId === message.id)) return transcript;
  return withEntries(transcript, [...transcript.entries, ownEntry(message.id, { text: message.text })]);
}

/** How far a message got. One that the stream has brought back is there, whatever the request says. */
export function delivered(
  transcript: Transcript,
  id: string,
  delivery: Delivery,
  after: number | null = null,
): Transcript {
  const isNews = (entry: Entry) => entry.delivery !== delivery || entry.after !== after;
  return withEntries(
    transcript,
    transcript.entries.map((entry) =>
      entry.clientId === id && entry.seq === null && isNews(entry) ? { ...entry, delivery, after } : entry,
    ),
  );
}

/** Without a message that the person took back. */
export function withdrawn(transcript: Transcript, id: string): Transcript {
  return withEntries(
    transcript,
    transcript.entries.filter((entry) => entry.clientId !== id || entry.seq !== null),
  );
}

/** The server has forgotten this chat: what was said stays to be read, and the numbers begin anew. */
export function renewed(transcript: Transcript): Transcript {
  const entries = transcript.entries.map((entry) => (entry.seq === null ? entry : { ...entry, isOver: true }));
  return { session: transcript.session + 1, current: null, entries };
}

/** Whether a message of the bot's is history: answered, or overtaken by the card that counts now. */
export function isPast(transcript: Transcript, at: number): boolean {
  const { entries, current } = transcript;
  const entry = entries[at];
  if (entry?.by !== 'bot') return false;
  return entry.isOver || at < entries.findLastIndex((each) => each.key === current || each.isOver);
}

/** Whether anything on a card can be clicked that comes back to the bot. */
function hasButtons(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasButtons);
  if (typeof part !== 'object' || part === null) return false;
  return ('type' in part && part.type === 'Action.Submit') || Object.values(part).some(hasButtons);
}

function withEntries(transcript: Transcript, entries: readonly Entry[]): Transcript {
  return { ...transcript, entries };
}

function withSaid(transcript: Transcript, seq: number, activity: Activity & { kind: 'said' }): Transcript {
  const key = `${transcript.session}:${seq}`;
  const { by, text, card, files, clientId, author, isTick, to } = activity;
  const content = { by, text, card, files, clientId, author, isTick, to };
  const entry: Entry = { key, seq, ...content, upload: null, delivery: 'sent', after: null, isOver: false };
  const unsaid = transcript.entries.filter((each) => clientId === null || each.clientId !== clientId);
  const others = by === 'user' && unsaid.length === transcript.entries.length ? withoutArrived(unsaid, files) : unsaid;
  const known = others.filter((each) => each.seq !== null);
  const own = others.filter((each) => each.seq === null);
  const current = hasButtons(card) ? key : transcript.current;
  return { ...transcript, current, entries: [...known, entry, ...own] };
}

function withUpdate(transcript: Transcript, { seq, card, text, files }: Activity & { kind: 'updated' }): Transcript {
  const key = `${transcript.session}:${seq}`;
  const isOver = !hasButtons(card);
  return {
    ...transcript,
    current: transcript.current === key && isOver ? null : transcript.current,
    entries: transcript.entries.map((entry) => (entry.key === key ? { ...entry, card, text, files, isOver } : entry)),
  };
}

function withoutEntry(transcript: Transcript, key: string): Transcript {
  const entries = transcript.entries.filter((entry) => entry.key !== key);
  return { ...transcript, entries, current: transcript.current === key ? null : transcript.current };
}
