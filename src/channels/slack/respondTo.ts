import type { FetchFunction } from '@slack/web-api';
import { z } from 'zod';
import { retryAfter } from '../retryAfter.ts';
import { SlackCallError } from './slackCallError.ts';
import { slackErrorStatus } from './slackErrorStatus.ts';
import { slackFault } from './slackFault.ts';

/** What answering takes. */
export interface Responding {
  /** Reaches the hosts of such addresses alone. */
  readonly fetch: FetchFunction;
  readonly now: () => Date;
  /** In milliseconds. */
  readonly within: number;
}

/** Instead of the method: the address is a key to the message, and is named nowhere. */
const METHOD = 'a response address';

const refusal = z.looseObject({ ok: z.literal(false), error: z.string().regex(/^[a-z][a-z0-9_]{1,60}$/) });

/**
 * Answers by the address that came with what somebody did, without a token. It works five times within half an hour.
 * Throws `SlackCallError`.
 */
export async function respondTo(
  responseUrl: string,
  args: Readonly<Record<string, unknown>>,
  { fetch, now, within }: Responding,
): Promise<void> {
  const ask = async () => {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(args),
      redirect: 'error',
      signal: AbortSignal.timeout(within),
    });
    return { status: response.status, wait: response.headers.get('retry-after'), text: await response.text() };
  };
  const { status, wait, text } = await ask().catch((thrown: unknown) => {
    throw slackFault(thrown, { method: METHOD, at: now() });
  });
  const slackCode = refusal.safeParse(parsed(text)).data?.error;
  if (status === 200 && slackCode === undefined) return;
  const statusCode = status === 200 && slackCode !== undefined ? slackErrorStatus(slackCode) : status;
  throw new SlackCallError(METHOD, { statusCode, slackCode, retryAfterMs: retryAfter(wait ?? undefined, now()) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
