import type { Dispatcher } from 'undici';
import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import { SlackCallError } from './slackCallError.ts';
import { createSlackConnection, type SlackConnection, type SlackEnvelope } from './slackConnection.ts';
import type { SlackWay } from './slackInput.ts';

/** What a socket to Slack is opened with. */
export interface SlackSocketParts {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  /** The HTTP client for asking where to connect. Whoever made it closes it. */
  readonly dispatcher: Dispatcher;
  /** Deals with what came. Never rejects. */
  readonly take: (way: SlackWay, payload: unknown) => Promise<SlackAnswer>;
  readonly log: Log;
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** How long opening a connection may take, in milliseconds; default 15,000. */
  readonly openWithin?: number;
}

/** Socket Mode: what Slack delivers comes over a socket that we have opened, where there is no public address. */
export interface SlackSocket {
  /** Begins to open one, and goes on trying. */
  start(): void;
  /** Takes no more, waits for what is under way, and closes it. */
  close(): Promise<void>;
}

const WAYS: ReadonlyMap<string, SlackWay> = new Map([
  ['events_api', 'events'],
  ['interactive', 'actions'],
  ['slash_commands', 'commands'],
]);

/** Before each next attempt, in milliseconds. Slack ends a connection every few hours: after one that stayed there is none. */
const PAUSES = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** What lasts less did not work, in milliseconds: Slack ends connections at once where an app has more than ten. */
const SETTLED = 10_000;

/** The longest that Slack can make us wait, in milliseconds. */
const LONGEST = 600_000;

/** Builds it; opens nothing yet. Deliveries are told apart by their ids, so each of several instances may hold one. */
export function createSlackSocket(parts: SlackSocketParts): SlackSocket {
  const { take, log, now, wait } = parts;
  const ending = new AbortController();
  const underway = new Set<Promise<void>>();
  let connection: SlackConnection | null = null;
  const hear = (envelope: SlackEnvelope): void => {
    // What isn't acknowledged is delivered again, to another instance or after the next start.
    if (ending.signal.aborted) return;
    const work = answer(envelope, take).catch((err: unknown) => {
      log.warn({ channel: 'slack', code: asCoded(err).code, err }, 'an answer could not be sent over the socket');
    });
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };
  const keepOpen = async (): Promise<void> => {
    const attempts = createAttempts(log);
    while (!ending.signal.aborted) {
      connection = createSlackConnection({ ...parts, hear, ending: ending.signal });
      try {
        await connection.open();
        const since = now();
        attempts.opened();
        await connection.over;
        if (ending.signal.aborted) return;
        await wait(attempts.pauseAfterEnd(now().getTime() - since.getTime()));
      } catch (err) {
        await connection.close();
        if (!ending.signal.aborted) await wait(attempts.pauseAfter(err));
      }
    }
  };
  return {
    start: () => void keepOpen(),
    async close() {
      ending.abort();
      await Promise.all(underway);
      await connection?.close();
    },
  };
}

async function answer(
  { type, body, accepts_response_payload: takesWords = true, ack }: SlackEnvelope,
  take: SlackSocketParts['take'],
): Promise<void> {
  const way = WAYS.get(type);
  // What we know nothing of would be the same each time that it came.
  if (way === undefined) return ack();
  const given = await take(way, body);
  if (given.status !== 503) await ack(takesWords ? given.body : undefined);
}

/** Counts the attempts to have a connection that stays, and tells the log once why there is none. */
function createAttempts(log: Log) {
  let failed = 0;
  // Null before the first connection, '' while there is one.
  let told: string | null = null;
  const nextPause = () => PAUSES[Math.min(failed++, PAUSES.length - 1)] ?? 0;
  return {
    opened(): void {
      if (told !== '') log.info({ channel: 'slack' }, 'connected to Slack over a socket');
      told = '';
    },
    /** Both give the milliseconds until the next attempt; this one after so many with a connection. */
    pauseAfterEnd(lasted: number): number {
      // Whoever taps something until the next one is there is told by Slack that it failed.
      if (lasted >= SETTLED) {
        failed = 0;
        return 0;
      }
      log.warn({ channel: 'slack', code: 'socket-short' }, 'Slack ended a connection soon after it was opened');
      return nextPause();
    },
    pauseAfter(err: unknown): number {
      const { slackCode, statusCode, retryAfterMs = 0 } = faultOf(err);
      const code = slackCode ?? (statusCode === undefined ? 'socket-failed' : `http-${statusCode}`);
      if (code !== told) log.error({ channel: 'slack', code, err }, statusCode === 401 ? REFUSED : FAILED);
      told = code;
      return Math.max(nextPause(), Math.min(retryAfterMs, LONGEST));
    },
  };
}

function faultOf(err: unknown): Pick<SlackCallError, 'slackCode' | 'statusCode' | 'retryAfterMs'> {
  return err instanceof SlackCallError ? err : new SlackCallError('', {});
}

const REFUSED =
  'Slack refuses SLACK_APP_TOKEN, so nothing that people do there arrives: set the app’s token, with the scope connections:write';
const FAILED = 'no socket to Slack could be opened, so nothing that people do there arrives: trying again';
