import type { Agent } from 'undici';
import { keptAlive } from '../keptAlive.ts';

/** Longer than any call may take: those have their own times, and a file is sent for a while before it is answered. */
const ANSWER = 10_000;

/** In bytes. A history is a hundred messages of up to fifty blocks. */
const LARGEST = 8 * 1024 * 1024;

/** The HTTP client for calls to Slack. */
export function slackClient(): Agent {
  return keptAlive({ answerWithin: ANSWER, mostBytes: LARGEST });
}
