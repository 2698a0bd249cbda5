import { JSON_DEPTH } from '../channels/parseJsonObject.ts';

/** What the server takes from anybody, signed in or not. */
export interface Limits {
  /** Largest body, in bytes; and where a file is taken. */
  readonly bodyBytes: number;
  readonly uploadBytes: number;
  /** How much more than that is read and thrown away, so that the refusal arrives, before the line is cut; in bytes. */
  readonly discardBytes: number;
  /** Deepest nesting of JSON; an object or list at the top is 1. */
  readonly jsonDepth: number;
  /** Most header lines; Node itself takes 16 KB of them. */
  readonly headers: number;
  /** How long a client may take to send its headers, and its whole request; in milliseconds. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How long it may take to send a file, all in all, and between two pieces of it; in milliseconds. */
  readonly uploadMs: number;
  readonly uploadStallMs: number;
  /** How often that is looked at, in milliseconds. */
  readonly checkMs: number;
  /** A client that takes nothing of an answer for so long is cut off; in milliseconds. */
  readonly stalledMs: number;
  /** How long a connection stays open for the next request, in milliseconds. */
  readonly keepAliveMs: number;
  readonly connections: number;
  /** Connections of one address, trusted proxies aside. */
  readonly connectionsPerAddress: number;
  /** Files that are being sent out at a time, each with a piece of it in memory: all in all, and to one address. */
  readonly streams: number;
  readonly streamsPerAddress: number;
  /** Requests of one connection: all in all, and at most without an answer yet. */
  readonly requestsPerConnection: number;
  readonly unansweredPerConnection: number;
  /** How long running requests may take to finish when the server closes, in milliseconds. */
  readonly closeMs: number;
}

/** For a server on the open internet. */
export const limits: Limits = {
  // Teams sends at most about 100 KB; docs/architecture.md asks for 256 KB.
  bodyBytes: 256 * 1024,
  // The screenshot of a large screen has 1 to 5 MB, a photo of one up to 8.
  uploadBytes: 10 * 1024 * 1024,
  discardBytes: 1024 * 1024,
  jsonDepth: JSON_DEPTH,
  // Browsers send about 20, and each proxy adds a few.
  headers: 100,
  headersMs: 10_000,
  requestMs: 30_000,
  // 10 MB at 280 kbit/s, as on a phone with a poor line.
  uploadMs: 300_000,
  uploadStallMs: 15_000,
  // Node looks only every 30 seconds by itself.
  checkMs: 1_000,
  stalledMs: 60_000,
  // Longer than the 60 seconds that proxies commonly keep a line: the side that sends must be the one to close it.
  keepAliveMs: 65_000,
  // The web channel's 2,000 open pages, and as many again for everything else.
  connections: 4_000,
  // A quarter of them, so that no single machine can shut everybody else out. It is what an office needs that has its
  // 250 open pages there (src/channels/web/eventStreams.ts): a page takes up to four while it loads.
  connectionsPerAddress: 1_000,
  // Pieces of 256 KB, so about 100 MB. A page with many pictures asks for some dozens at once.
  streams: 400,
  streamsPerAddress: 100,
  // As nginx has it for its own clients (keepalive_requests).
  requestsPerConnection: 1_000,
  // Browsers and proxies wait for each answer; a second request may overtake the end of the first.
  unansweredPerConnection: 4,
  closeMs: 10_000,
};
