import { type FakeSlack, startFakeSlack } from '../../test/support/fakeSlack.ts';
import type { SlackCall } from '../../test/support/fakeSlackCall.ts';
import { readBlockKit } from '../../test/support/readBlockKit.ts';
import type { Call, Fate } from '../desk/call.ts';
import { marksIn } from '../desk/marks.ts';
import type { createSlackWeather } from './slackWeather.ts';

/** A call to Slack, as the judges of a desk read those to any channel. */
export interface CallToSlack extends Call {
  readonly method: string;
  /** The row of the outbox that it is for; null for none. */
  readonly row: string | null;
}

/** Slack, played with weather. */
export interface SlackCalls {
  readonly slack: FakeSlack;
  /** Every call, as it came. */
  readonly calls: readonly CallToSlack[];
  onCall(listener: (call: CallToSlack) => void): void;
}

/** What it needs to know. */
export interface SlackCallsParts {
  /** Of messages: that of the bot. */
  readonly now: () => Date;
  readonly weather: ReturnType<typeof createSlackWeather>;
  /** Which life of the bot it is. */
  readonly life: () => number;
}

const OPERATIONS: Readonly<Record<string, Call['operation']>> = {
  'chat.postMessage': 'reply',
  'chat.postEphemeral': 'reply',
  'chat.update': 'update',
};

/** Starts one on a free port of this machine. */
export async function startSlackCalls({ now, weather, life }: SlackCallsParts): Promise<SlackCalls> {
  const slack = await startFakeSlack(now);
  const calls: CallToSlack[] = [];
  const listeners: ((call: CallToSlack) => void)[] = [];
  const threads = new Map<string, string>();
  slack.failBy(weather);
  slack.onCall((made) => {
    const call = readCall(made, { life: life(), threads });
    calls.push(call);
    for (const listen of listeners) listen(call);
  });
  return { slack, calls, onCall: (listener) => void listeners.push(listener) };
}

interface Reading {
  readonly life: number;
  /** Of messages in threads: the one that their thread begins with. */
  readonly threads: Map<string, string>;
}

function readCall(made: SlackCall, { life, threads }: Reading): CallToSlack {
  const { method, body, channel, ts } = made;
  const row: unknown = body.metadata?.event_payload?.outbox;
  const isChange = method === 'chat.update';
  const thread: string | undefined = isChange ? threads.get(body.ts) : threadIn(body, channel);
  if (thread !== undefined && ts !== '') threads.set(ts, thread);
  const operation = OPERATIONS[method] ?? 'other';
  const conversation = placeOf(channel, thread);
  return {
    ...{ at: Date.now(), life, method, conversation, fate: fateOf(made) },
    operation: operation === 'reply' && row !== undefined ? 'send' : operation,
    about: isChange ? body.ts : toldIn(conversation, body.user),
    // What one person alone sees has a ts in no history.
    shown: operation === 'other' ? '' : ts,
    row: row === undefined ? null : String(row),
    line: unescaped(String(body.text ?? '')),
    card: readBlockKit(body, ts),
    marks: marksIn(JSON.stringify(body)),
  };
}

/** In a direct message what is said in threads belongs to the one conversation. */
function threadIn(body: SlackCall['body'], channel: string): string | undefined {
  return channel.startsWith('D') ? undefined : (body.thread_ts ?? (body.ts as string | undefined));
}

/** A channel, or a thread of it, as the judges write it. */
export function placeOf(channel: string, thread: string | undefined): string {
  return thread === undefined ? channel : `${channel};messageid=${thread}`;
}

/** Where somebody is told of what they did: in its thread, or in words that they alone see. */
export function toldIn(conversation: string, user = ''): string {
  return `${conversation}|${user}`;
}

function fateOf({ status, error }: SlackCall): Fate {
  if (status === 0 || status >= 500) return 'unclear';
  if (status === 200 && error === '') return 'taken';
  return error === 'message_not_found' ? 'gone' : 'refused';
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
