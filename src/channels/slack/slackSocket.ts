import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import type { SlackWay } from './slackInput.ts';

/** What a socket to Slack is opened with. */
export interface SlackSocketParts {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly take: (way: SlackWay, payload: unknown) => Promise<SlackAnswer>;
  readonly log: Log;
  /** Resolves after so many milliseconds; for ever after `close`. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Socket Mode: what Slack delivers comes over a socket that we have opened, where there is no public address. */
export interface SlackSocket {
  /** Begins to open one, and goes on trying. */
  start(): void;
  /** Waits for what is under way, and closes it. */
  close(): Promise<void>;
}

const WAYS: Readonly<Record<string, SlackWay>> = {
  events_api: 'events',
  interactive: 'actions',
  slash_commands: 'commands',
};

/** Between two attempts to open one, where the library has given up; in milliseconds. */
const AGAIN = 10_000;

interface Envelope {
  readonly ack: (body?: object | string) => Promise<void>;
  readonly type: string;
  readonly body: unknown;
}

/** Builds it; opens nothing yet. Deliveries are told apart by their ids, so each of several instances may hold one. */
export function createSlackSocket({ appToken, apiUrl, take, log, wait }: SlackSocketParts): SlackSocket {
  const client = new SocketModeClient({
    appToken,
    logger: silent,
    clientOptions: { ...(apiUrl !== undefined && { slackApiUrl: apiUrl }), retryConfig: { retries: 0 } },
  });
  const underway = new Set<Promise<void>>();
  let isClosing = false;

  client.on('slack_event', (envelope: Envelope) => {
    const work = answer(envelope, take).catch((err: unknown) => {
      // Not acknowledged: Slack delivers it again.
      log.warn({ channel: 'slack', code: asCoded(err).code, err }, 'an answer could not be sent over the socket');
    });
    underway.add(work);
    void work.finally(() => underway.delete(work));
  });
  const open = async (): Promise<void> => {
    while (!isClosing) {
      try {
        await client.start();
        return;
      } catch (err) {
        log.error({ channel: 'slack', code: 'socket-failed', err }, 'no socket to Slack could be opened');
        await wait(AGAIN);
      }
    }
  };

  return {
    start() {
      void open();
    },
    async close() {
      isClosing = true;
      await Promise.all(underway);
      await client.disconnect();
    },
  };
}

async function answer({ type, body, ack }: Envelope, take: SlackSocketParts['take']): Promise<void> {
  const way = WAYS[type];
  if (way === undefined) return;
  const given = await take(way, body);
  // Whatever else it is, it would be the same each time that it came.
  if (given.status !== 503) await ack(given.body);
}

const nothing = () => undefined;

/** What the library writes may hold what people wrote. */
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
