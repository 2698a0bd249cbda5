import { Agent } from 'undici';

/** Time limits of a call, in milliseconds: two calls and a wait must fit into the 15 s after which Teams sends again. */
const CONNECT = 3_000;
const ANSWER = 5_000;

/** The lean connector's HTTP client: a bounded pool of kept connections for each host. */
export function keptAlive(): Agent {
  return new Agent({
    connections: 64,
    // Long enough for the next tap of the same person, shorter than the two minutes after which servers hang up.
    keepAliveTimeout: 30_000,
    connect: { timeout: CONNECT },
    headersTimeout: ANSWER,
    bodyTimeout: ANSWER,
    // An answer is an id or an error.
    maxResponseSize: 256 * 1024,
  });
}
