/** Where it is kept which sessions the web channel has given out. */
export interface WebSessions {
  /** Throws `storage-failed`. */
  create(id: string, at: Date): Promise<void>;
  exists(id: string): Promise<boolean>;
  /** Notes that somebody has come back to a session; it may be noted only once a day. Throws `storage-failed`. */
  use(id: string, at: Date): Promise<void>;
}
