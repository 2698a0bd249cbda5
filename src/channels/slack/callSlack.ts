import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { z } from 'zod';
import { SlackCallError } from './slackCallError.ts';
import { slackFault } from './slackFault.ts';
import { type SlackLine, slackFetch } from './slackFetch.ts';
import { SLACK_API_URL } from './slackHosts.ts';

/** What calling Slack needs. */
export interface SlackCalling extends SlackLine {
  /** The bot's. */
  readonly token: string;
  /** Default: Slack's own. */
  readonly apiUrl?: string | undefined;
  readonly now: () => Date;
  /** How long each call may take, in milliseconds; default 5,000. */
  readonly within?: number | undefined;
}

/** A call: a method of the Web API with its arguments, and what is read of the answer. */
export interface SlackCall<T> {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<T>;
}

/** Calls the Web API once. Throws `SlackCallError`. */
export type CallSlack = <T>(call: SlackCall<T>) => Promise<T>;

/** In milliseconds. A turn is answered within seconds, and a call may be made twice in it. */
const WITHIN = 5_000;

/** Calls Slack through WebClient, which neither tries again nor keeps calls waiting: that is the outbox's. */
export function createCallSlack(calling: SlackCalling): CallSlack {
  const client = webClient(calling);
  return async ({ method, args, answer }) => {
    const answered = await client.apiCall(method, { ...args }).catch((thrown: unknown) => {
      throw slackFault(thrown, { method, at: calling.now() });
    });
    const read = answer.safeParse(answered);
    // It was done, but who knows what.
    if (!read.success) throw new SlackCallError(method, { slackCode: 'unreadable' });
    return read.data;
  };
}

function webClient({ token, apiUrl = SLACK_API_URL, within = WITHIN, dispatcher, origins }: SlackCalling): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: within,
    allowAbsoluteUrls: false,
    // Its queue has no time limit, and what waits there isn't counted. Behind it the pool of connections is the limit,
    // and waiting for one of those is part of the time of the call.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    logger: SILENT,
    fetch: slackFetch({ dispatcher, origins }),
  });
}

/** Its lines have texts of people in them. What failed is thrown, and is logged with its code where it is caught. */
const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
