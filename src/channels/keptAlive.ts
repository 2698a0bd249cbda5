import { Agent } from 'undici';

/** How calls of a channel are made; what is left out is as Teams needs it. */
export interface Keeping {
  /** How long an answer may take to begin, and then each next piece of it, in milliseconds; default 5,000. */
  readonly answerWithin?: number;
  /** The largest answer, in bytes; default 256 KB. */
  readonly mostBytes?: number;
}

/** Time limits of a call, in milliseconds: two calls and a wait must fit into the 15 s after which Teams sends again. */
const CONNECT = 3_000;
const ANSWER = 5_000;

/** In bytes. Teams’ connector answers with an id or an error. */
const LARGEST = 256 * 1024;

/** The HTTP client for a channel’s calls: a bounded pool of kept connections for each host. */
export function keptAlive({ answerWithin = ANSWER, mostBytes = LARGEST }: Keeping = {}): Agent {
  return new Agent({
    connections: 64,
    // Long enough for the next tap of the same person, shorter than the two minutes after which servers hang up.
    keepAliveTimeout: 30_000,
    connect: { timeout: CONNECT },
    headersTimeout: answerWithin,
    bodyTimeout: answerWithin,
    maxResponseSize: mostBytes,
  });
}
