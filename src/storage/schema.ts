import type { DeskSchema } from './deskSchema.ts';

/** The tables as both databases have them. Times are UTC, written as ISO 8601. */
export interface Schema extends DeskSchema {
  readonly conversations: ConversationTable;
  readonly deliveries: DeliveryTable;
  readonly people: PersonTable;
  readonly web_sessions: WebSessionTable;
  readonly web_messages: WebMessageTable;
  readonly outbox: OutboxTable;
  readonly person_keys: PersonKeyTable;
  readonly audit: AuditTable;
}

/** One row for each conversation: where it stands. */
interface ConversationTable {
  readonly key: string;
  /** A `ConversationState` as JSON. */
  readonly state: string;
  /** Counts the commits, from 1. */
  readonly version: number;
  readonly updated_at: string;
  /** Whose it is; null on a row that no turn has touched since the column came. */
  readonly person: string | null;
}

/** What has been dealt with, so that a second delivery of the same changes nothing. */
interface DeliveryTable {
  readonly key: string;
  readonly committed_at: string;
  /** Null on rows from before the column came. */
  readonly conversation: string | null;
}

/** Who has had the first card. */
interface PersonTable {
  readonly person: string;
  readonly greeted_at: string;
}

/** The sessions that the web channel has given out. */
interface WebSessionTable {
  readonly id: string;
  readonly created_at: string;
  /** When it was last opened or written to, to the day; null when never since the column came. */
  readonly used_at: string | null;
}

/** What was said on the web channel, counted from 1 within each session. */
interface WebMessageTable {
  readonly session: string;
  readonly seq: number;
  /** A Bot Framework activity as JSON. */
  readonly activity: string;
  readonly created_at: string;
  /** By which it is written once in its session; null where it has none. */
  readonly key: string | null;
}

/** What must reach somebody, in the order of each queue. */
interface OutboxTable {
  readonly id: string;
  readonly queue: string;
  /** Counts up within its queue. */
  readonly seq: number;
  readonly person: string | null;
  /** JSON; emptied once it was delivered. */
  readonly payload: string;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  /** How many of them, the newest, nothing was heard of. */
  readonly unheard: number;
  /** How many of them have failed. */
  readonly failures: number;
  /** 0 or 1: SQLite has no truth values. */
  readonly may_be_repeat: number;
  readonly due_at: string;
  readonly lease: string | null;
  readonly leased_until: string | null;
  /** The id that the receiver gave. */
  readonly receipt: string | null;
  readonly created_at: string;
  readonly ended_at: string | null;
}

/** Who is behind a key of the audit. Erasing a person deletes this row, and the audit says nothing of them any more. */
interface PersonKeyTable {
  /** Random. */
  readonly key: string;
  readonly person: string;
  /** When a line was last written that names it; null on a row that no line has needed since the column came. */
  readonly used_at: string | null;
}

/** What was done, never with a text. Rows are only ever added, and removed once they are old. */
interface AuditTable {
  readonly id: string;
  readonly at: string;
  /** Who did it. */
  readonly person_key: string | null;
  readonly action: string;
  /** To which case; null where it was none. */
  readonly case_id: string | null;
  /** How somebody at the desk did it: there, on its page, or by a link to that case alone. */
  readonly via: 'desk' | 'page' | 'link' | null;
  /**
   * As JSON, before and after: of a case its status, line and holder, who stands in it as a key; of the desk the line,
   * the place and why that is lost.
   */
  readonly before: string | null;
  readonly after: string | null;
}
