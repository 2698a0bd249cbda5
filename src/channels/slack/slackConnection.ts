import { LogLevel, SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import { answerInTime } from '../answerInTime.ts';
import { SlackCallError } from './slackCallError.ts';
import { slackFault } from './slackFault.ts';
import { slackFetch } from './slackFetch.ts';
import { SLACK_API_URL, slackHosts } from './slackHosts.ts';
import type { SlackSocketParts } from './slackSocket.ts';

/** What comes over a connection. */
export interface SlackEnvelope {
  readonly type: string;
  readonly body: unknown;
  /** False where nothing may go with the acknowledgement. */
  readonly accepts_response_payload?: boolean;
  /** Acknowledges it. Rejects once its connection is gone. */
  readonly ack: (body?: object | string) => Promise<void>;
}

/** One connection of Socket Mode: opened once, and then gone for good. */
export interface SlackConnection {
  /** Resolves once Slack has greeted it. Rejects with a `SlackCallError`. */
  open(): Promise<void>;
  /** Resolves once it is no more, or was never opened. */
  readonly over: Promise<void>;
  /** Ends it, in whatever state it is. Never rejects, and takes less than a second. */
  close(): Promise<void>;
}

/** What a connection takes. */
export interface SlackConnectionParts
  extends Pick<SlackSocketParts, 'appToken' | 'apiUrl' | 'dispatcher' | 'log' | 'now' | 'openWithin'> {
  /** Told of all that comes; must not throw. */
  readonly hear: (envelope: SlackEnvelope) => void;
  /** Once this is over, no more is asked of Slack. */
  readonly ending: AbortSignal;
}

/** Asking where to connect, connecting, and being greeted; in milliseconds. Slack takes less than two seconds for it. */
const OPEN_WITHIN = 15_000;

/** How long the other side may take to say goodbye, in milliseconds. */
const CLOSE_WITHIN = 500;

const METHOD = 'apps.connections.open';

/** One connection. The library's own way of connecting anew ends the process when Slack answers that with a 500. */
export function createSlackConnection(parts: SlackConnectionParts): SlackConnection {
  const { now, hear, openWithin = OPEN_WITHIN } = parts;
  const client = clientOf(parts);
  let broken: unknown;
  client.on('error', (err: unknown) => {
    broken = err;
  });
  client.on('slack_event', hear);
  const over = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  return {
    over,
    async open() {
      const opened = await answerInTime(() => client.start(), { within: openWithin, onLateFault: nothing }).catch(
        (thrown: unknown) => {
          throw slackFault(thrown ?? broken, { method: METHOD, at: now() });
        },
      );
      if (opened.kind === 'running') throw new SlackCallError(METHOD, {});
    },
    async close() {
      const closed = await answerInTime(() => client.disconnect(), { within: CLOSE_WITHIN, onLateFault: nothing });
      // The second time it doesn't wait for the other side any more.
      if (closed.kind === 'running') await client.disconnect();
    },
  };
}

/** The library's client, which passes over what it can't read: it would throw where nobody catches it. */
class Client extends SocketModeClient {
  onUnreadable: (err: unknown) => void = nothing;

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    await super.onWebSocketMessage(data, isBinary).catch((err: unknown) => this.onUnreadable(err));
  }
}

function clientOf({ appToken, apiUrl = SLACK_API_URL, dispatcher, log, ending }: SlackConnectionParts): Client {
  const fetch = slackFetch({ dispatcher, origins: slackHosts(apiUrl).calls });
  const options: SocketModeOptions = {
    appToken,
    autoReconnectEnabled: false,
    logger: SILENT,
    clientOptions: {
      ...{ slackApiUrl: apiUrl, allowAbsoluteUrls: false },
      ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
      fetch: (url, init = {}) => fetch(url, { ...init, signal: ending }),
    },
  };
  const client = new Client(options);
  client.onUnreadable = (err) => log.warn({ channel: 'slack', code: 'malformed', err }, 'what came can’t be read');
  return client;
}

const nothing = () => undefined;

/** What the library writes may hold what people wrote. */
const SILENT = {
  ...{ debug: nothing, info: nothing, warn: nothing, error: nothing, setLevel: nothing, setName: nothing },
  getLevel: () => LogLevel.ERROR,
};
