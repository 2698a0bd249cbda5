/** Where it is kept which sessions the web channel has given out. */
export interface WebSessions {
  /** Throws `storage-failed`. */
  create(id: string, at: Date): Promise<void>;
  exists(id: string): Promise<boolean>;
}
