/** The tables of the helpdesk as both databases have them. Times are UTC, written as ISO 8601. */
export interface DeskSchema {
  readonly cases: CaseTable;
  readonly case_entries: CaseEntryTable;
  readonly case_links: CaseLinkTable;
  readonly files: FileTable;
  readonly file_chunks: FileChunkTable;
  readonly desk_places: DeskPlaceTable;
  readonly desk_posts: DeskPostTable;
  readonly desk_members: DeskMemberTable;
  readonly desk_sessions: DeskSessionTable;
  readonly secrets: SecretTable;
}

/** A case is its `data`; the other columns repeat what is searched, sorted and counted by. */
export interface CaseTable {
  readonly id: string;
  readonly revision: number;
  readonly status: 'waiting' | 'claimed' | 'solved' | 'closed';
  readonly line: 'first' | 'next';
  /** Whose it is. */
  readonly person: string;
  readonly conversation: string;
  readonly opened_at: string;
  /** When it was last changed. */
  readonly updated_at: string;
  readonly queued_at: string;
  /** When somebody had it for the first time. */
  readonly claimed_at: string | null;
  readonly solved_at: string | null;
  readonly closed_at: string | null;
  readonly cause: string | null;
  readonly ending: string | null;
  /** When the person's meeting starts. */
  readonly starts_at: string | null;
  /** When time alone changes something. */
  readonly due_at: string | null;
  /** A `Case` as JSON. */
  readonly data: string;
}

/** The trail of each case, counted from 1. */
interface CaseEntryTable {
  readonly id: string;
  readonly case_id: string;
  readonly seq: number;
  readonly at: string;
  /** Who and what of a `CaseEntry`, as JSON. */
  readonly data: string;
}

/** Links that lead back to a case, by the hash of their secret. */
interface CaseLinkTable {
  readonly hash: string;
  readonly case_id: string;
  readonly created_at: string;
}

/** What is known of a file. All but the first three columns are null until its last byte is there. */
export interface FileTable {
  readonly id: string;
  /** `gone`: it was removed, and only its bytes have yet to be. */
  readonly state: 'partial' | 'complete' | 'gone';
  /** When it was begun, then when it was complete. */
  readonly at: string;
  readonly case_id: string | null;
  readonly person: string | null;
  readonly source: 'person' | 'desk' | null;
  readonly name: string | null;
  readonly type: string | null;
  readonly size: number | null;
}

/** The bytes of files, in pieces counted from 1. */
interface FileChunkTable {
  readonly file: string;
  readonly seq: number;
  /** SQLite’s library gives the one, PostgreSQL’s the other. */
  readonly bytes: ArrayBuffer | Uint8Array;
}

/** Where each line of the helpdesk works. */
interface DeskPlaceTable {
  readonly line: 'first' | 'next';
  readonly key: string;
  readonly channel: string;
  /** JSON. */
  readonly reference: string;
  readonly set_by: string | null;
  readonly set_at: string;
  readonly lost: string | null;
}

/** Which message of a place is a case's. */
interface DeskPostTable {
  readonly case_id: string;
  readonly place: string;
  readonly root: string;
  readonly shown: string;
  readonly shown_at: string;
}

/** Who was seen at the desk. */
interface DeskMemberTable {
  readonly id: string;
  readonly name: string;
  /** JSON. */
  readonly account: string | null;
  /** To the day. */
  readonly seen_at: string;
}

/** Who has signed in at the desk page, by the hash of their cookie. */
interface DeskSessionTable {
  readonly hash: string;
  readonly name: string;
  readonly via: 'page' | 'link';
  readonly only_case: string | null;
  /** The line of the desk that a link was signed for. */
  readonly line: string | null;
  readonly csrf: string;
  readonly expires_at: string;
}

/** Values that were made once for all instances. */
interface SecretTable {
  readonly name: string;
  readonly value: string;
}
