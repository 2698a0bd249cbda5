import { Agent } from 'undici';

/** Time limits, in milliseconds: to connect, and for the next byte of an answer. */
const CONNECT = 3_000;
const ANSWER = 10_000;

/** The HTTP client for people’s files: few at once, since each may be large. */
export function fileClient(): Agent {
  return new Agent({ connections: 4, connect: { timeout: CONNECT }, headersTimeout: ANSWER, bodyTimeout: ANSWER });
}
