/** The tables as both databases have them. Times are UTC, written as ISO 8601. */
export interface Schema {
  readonly conversations: ConversationTable;
  readonly deliveries: DeliveryTable;
  readonly people: PersonTable;
  readonly web_sessions: WebSessionTable;
  readonly web_messages: WebMessageTable;
}

/** One row for each conversation: where it stands. */
interface ConversationTable {
  readonly key: string;
  /** A `ConversationState` as JSON. */
  readonly state: string;
  /** Counts the commits, from 1. */
  readonly version: number;
  readonly updated_at: string;
}

/** What has been dealt with, so that a second delivery of the same changes nothing. */
interface DeliveryTable {
  readonly key: string;
  readonly committed_at: string;
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
}

/** What was said on the web channel, counted from 1 within each session. */
interface WebMessageTable {
  readonly session: string;
  readonly seq: number;
  /** A Bot Framework activity as JSON. */
  readonly activity: string;
  readonly created_at: string;
}
