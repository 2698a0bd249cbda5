/** Somebody who has signed in at the desk page, or has opened a signed link to one case. */
export interface DeskSession {
  /** The name they have chosen, one plain line. */
  readonly name: string;
  readonly via: 'page' | 'link';
  /** The one case that a link opens; null for the whole desk. */
  readonly only: string | null;
  /** The line of the desk that the link was signed for; left out for the whole desk. */
  readonly line?: string;
  /** To be sent back in a header with all that changes something. */
  readonly csrf: string;
  readonly expiresAt: Date;
}

/** Where they are kept: by the hash of what their cookie holds. All throw `storage-failed`. */
export interface DeskSessions {
  create(hash: string, session: DeskSession): Promise<void>;
  /** Null for one that was never given out, or is over. */
  get(hash: string, at: Date): Promise<DeskSession | null>;
  end(hash: string): Promise<void>;
}
