import type { Content } from './activity.ts';
import type { FileFault } from './fileFault.ts';

/** How far a message of the person's got. */
export type Delivery = 'sending' | 'again' | 'too-fast' | 'busy' | 'refused' | 'sent';

/** A file on its way to the server. */
export interface Upload {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** How much of it is there, from 0 to 1. */
  readonly share: number;
  /** Why it was refused; null while it wasn't. */
  readonly fault: FileFault | null;
}

/** One message as the page shows it. */
export interface Entry extends Content {
  /** Unique on this page, the same for as long as the message is shown. */
  readonly key: string;
  /** The event's number; null while the server hasn't said that it has it. */
  readonly seq: number | null;
  readonly by: 'bot' | 'user';
  /** The person at the helpdesk who said it; null where it was the bot. */
  readonly author: string | null;
  readonly isTick: boolean;
  /** Who at the helpdesk got it; null where that is nobody. */
  readonly to: string | null;
  readonly clientId: string | null;
  readonly upload: Upload | null;
  readonly delivery: Delivery;
  /** In how many milliseconds it is sent again; null where it isn't, or nobody has said. */
  readonly after: number | null;
  /** Nothing on it can be done any more: it was answered, or the chat it belongs to has ended. */
  readonly isOver: boolean;
}

/** Something of the person's that the server doesn't have yet. */
export function ownEntry(id: string, shown: Partial<Pick<Entry, 'text' | 'upload'>>): Entry {
  return {
    ...{ key: `mine:${id}`, seq: null, by: 'user', clientId: id },
    ...{ text: '', card: null, files: [], author: null, isTick: false, to: null, upload: null },
    ...{ delivery: 'sending', after: null, isOver: false },
    ...shown,
  };
}
