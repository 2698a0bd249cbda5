import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import { signSlack } from './signSlack.ts';

/** How a request is signed, and what else it takes. */
export interface SignedDelivery {
  readonly secret: string;
  /** What the signature says of the time. */
  readonly now: () => Date;
  /** Over those that Slack sends. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the wait for an answer. */
  readonly signal?: AbortSignal;
}

/** What a route answered. */
export interface SlackRouteAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** '' for none. */
  readonly text: string;
  /** The JSON of it; the text where it is none, undefined where there is nothing. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it, and chai says where it isn't what they expect
  readonly body: any;
}

/** Posts a payload as Slack does, reads the answer to its end, and gives it. Rejects without one. */
export async function postToSlackRoute(
  origin: string,
  way: SlackWay,
  payload: object,
  { secret, now, headers, signal }: SignedDelivery,
): Promise<SlackRouteAnswer> {
  const [type, body] = encoded(way, payload);
  const response = await fetch(`${origin}/slack/${way}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': type, accept: '*/*', 'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)' },
      ...signSlack(secret, Math.floor(now().getTime() / 1000), body),
      ...headers,
    },
    body,
    ...(signal && { signal }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function encoded(way: SlackWay, payload: object): readonly [type: string, body: string] {
  switch (way) {
    case 'events':
      return ['application/json', JSON.stringify(payload)];
    case 'actions':
      return ['application/x-www-form-urlencoded', String(new URLSearchParams({ payload: JSON.stringify(payload) }))];
    case 'commands':
      return ['application/x-www-form-urlencoded', String(new URLSearchParams(payload as Record<string, string>))];
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
}
