import { type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { retryAfter } from '../retryAfter.ts';
import { ConnectorError } from './connectorError.ts';

/** What calling the connector needs. */
export interface ConnectorLine {
  readonly dispatcher: Dispatcher;
  /** The bot's bearer token; null where none is needed. */
  readonly token: () => Promise<string | null>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** One call. */
export interface ConnectorCall {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Longest wait for a 429, in milliseconds: a turn over 15 s is delivered again, and a call may take 5 s of it. */
const LONGEST_WAIT = 3_000;

/** The service knows its clients by the first part. */
const USER_AGENT = 'Microsoft-BotFramework/3.1 Unstuck';

const answerSchema = z.looseObject({ id: z.string() });
const faultSchema = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/**
 * Calls the connector and gives the id it answered with, '' when there is none. After a 429 with a bearable
 * `Retry-After` it calls once more; after anything else it doesn't, for a message may have been posted already.
 * Throws `ConnectorError`.
 */
export async function callConnector(line: ConnectorLine, call: ConnectorCall): Promise<string> {
  try {
    return await callOnce(line, call);
  } catch (error) {
    const wait = bearableWait(error);
    if (wait === null) throw error;
    await line.wait(wait);
    return await callOnce(line, call);
  }
}

function bearableWait(error: unknown): number | null {
  if (!(error instanceof ConnectorError) || error.statusCode !== 429) return null;
  return error.retryAfterMs !== undefined && error.retryAfterMs <= LONGEST_WAIT ? error.retryAfterMs : null;
}

async function callOnce(line: ConnectorLine, call: ConnectorCall): Promise<string> {
  const { statusCode, headers, text } = await send(line, call);
  if (statusCode >= 200 && statusCode < 300) return answerSchema.safeParse(parsed(text)).data?.id ?? '';
  throw new ConnectorError(call.method, {
    statusCode,
    connectorCode: faultSchema.safeParse(parsed(text)).data?.error.code,
    retryAfterMs: retryAfter(headers['retry-after'], line.now()),
  });
}

async function send(line: ConnectorLine, call: ConnectorCall) {
  const token = await line.token();
  try {
    const response = await request(call.url, {
      dispatcher: line.dispatcher,
      method: call.method,
      headers: {
        accept: '*/*',
        'user-agent': USER_AGENT,
        ...call.headers,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: call.body ?? null,
    });
    return { ...response, text: await response.body.text() };
  } catch (cause) {
    throw new ConnectorError(call.method, { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
