import type { FetchFunction } from '@slack/web-api';
import { type Dispatcher, FormData, fetch, type RequestInit } from 'undici';
import { SlackCallError } from './slackCallError.ts';

/** Whom calls may reach, and by which HTTP client. */
export interface SlackLine {
  readonly dispatcher: Dispatcher;
  /** The token goes along with each call: Slack names the address that a file is sent to, and nothing checks it. */
  readonly origins: ReadonlySet<string>;
}

/** `fetch` for WebClient, over a client that is closed with the channel. */
export function slackFetch({ dispatcher, origins }: SlackLine): FetchFunction {
  return async (url, init = {}) => {
    if (!URL.canParse(String(url)) || !origins.has(new URL(url).origin)) {
      throw new SlackCallError('fetch', { statusCode: 400, slackCode: 'address_not_allowed' });
    }
    const response = await fetch(url, { ...withOwnForm(init), dispatcher });
    // Without a wait WebClient throws an error that is only a sentence.
    if (response.status === 429 && !/^\d+$/.test(response.headers.get('retry-after') ?? '')) {
      await response.text();
      throw new SlackCallError('fetch', { statusCode: 429 });
    }
    return response;
  };
}

/** A form of Node's own is not one to undici, which would send the words `[object FormData]` instead. */
function withOwnForm({ body, ...init }: Parameters<FetchFunction>[1] & object): RequestInit {
  if (body === undefined || typeof body === 'string') return { ...init, ...(body === undefined ? {} : { body }) };
  const form = new FormData();
  for (const [name, value] of body) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, value.name);
  }
  return { ...init, body: form };
}
