/** What the server takes from anybody, signed in or not. */
export interface Limits {
  /** Largest body, in bytes. */
  readonly bodyBytes: number;
  /** How much more than that is read and thrown away, so that the refusal arrives, before the line is cut; in bytes. */
  readonly discardBytes: number;
  /** Deepest nesting of JSON; an object or list at the top is 1. */
  readonly jsonDepth: number;
  /** How long a client may take to send its headers, and its whole request; in milliseconds. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How long a connection stays open for the next request, in milliseconds. */
  readonly keepAliveMs: number;
  readonly connections: number;
  /** How long running requests may take to finish when the server closes, in milliseconds. */
  readonly closeMs: number;
}

/** For a server on the open internet. */
export const limits: Limits = {
  // Teams sends at most about 100 KB; docs/architecture.md asks for 256 KB.
  bodyBytes: 256 * 1024,
  discardBytes: 1024 * 1024,
  jsonDepth: 32,
  headersMs: 10_000,
  requestMs: 30_000,
  // Longer than the 60 seconds that proxies commonly keep a line: the side that sends must be the one to close it.
  keepAliveMs: 65_000,
  // The web channel's 2,000 open pages, and as many again for everything else.
  connections: 4_000,
  closeMs: 10_000,
};
