import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import { signSlack } from './signSlack.ts';

/** How a request is signed, and what else it takes. */
export interface SignedDelivery {
  readonly secret: string;
  /** What the signature says of the time. */
  readonly now: () => Date;
  /** Over those that Slack sends. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the wait for an answer earlier. */
  readonly signal?: AbortSignal;
  /** How long an answer may take, in milliseconds; by default as long as Slack waits. */
  readonly within?: number;
}

/** In milliseconds. Source: docs.slack.dev, "The Events API". */
const WITHIN = 3_000;

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

/** Posts a payload as Slack does, reads the answer to its end, and gives it. Rejects where there is none in time. */
export async function postToSlackRoute(
  origin: string,
  way: SlackWay,
  payload: object,
  delivery: SignedDelivery,
): Promise<SlackRouteAnswer> {
  const { signal, within = WITHIN } = delivery;
  const late = AbortSignal.timeout(within);
  const asked = ask(origin, [way, payload], { ...delivery, signal: signal ? AbortSignal.any([signal, late]) : late });
  return asked.catch((fault: unknown) => {
    throw late.aborted ? new Error(`no answer from /slack/${way} within ${within} ms: Slack has given up`) : fault;
  });
}

async function ask(
  origin: string,
  [way, payload]: readonly [SlackWay, object],
  { secret, now, headers, signal }: SignedDelivery & { readonly signal: AbortSignal },
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
    signal,
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
