import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { ClosingClient } from './closingClient.ts';
import { webMessageChannel } from './webMessageChannel.ts';

/** Between two tries to connect, in milliseconds: twice as long each time. Pages look each second by themselves. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** For a goodbye to a server that may be out of reach. */
const GOODBYE_MS = 1_000;

/** Hears which sessions of the web channel have new messages, whichever process wrote them. */
export interface WebMessageListener {
  /** Begins to listen, and never throws: what isn't heard, the pages find out when they look by themselves. */
  onMessages(wake: (session: string) => void): void;
  close(): Promise<void>;
}

/** Listens over a connection of its own, and connects again by itself for as long as it is open. */
export function createWebMessageListener(settings: pg.ClientConfig): WebMessageListener {
  const wakes: ((session: string) => void)[] = [];
  const closing = new AbortController();
  let listening: Promise<void> | undefined;

  return {
    onMessages(wake) {
      wakes.push(wake);
      const tell = (session: string) => {
        for (const each of wakes) each(session);
      };
      listening ??= listenUntil(closing.signal, settings, tell);
    },
    async close() {
      closing.abort();
      await listening;
    },
  };
}

async function listenUntil(
  signal: AbortSignal,
  settings: pg.ClientConfig,
  tell: (session: string) => void,
): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const wasConnected = await listenOnce(signal, settings, tell);
    if (wasConnected) pauseMs = FIRST_PAUSE_MS;
    await Promise.allSettled([setTimeout(pauseMs, undefined, { signal, ref: false })]);
  }
}

/** Resolves once the connection is over, with whether there was one. Never rejects. */
async function listenOnce(
  signal: AbortSignal,
  settings: pg.ClientConfig,
  tell: (session: string) => void,
): Promise<boolean> {
  const client = new ClosingClient(settings);
  const over = new Promise<void>((resolve) => client.on('end', resolve).on('error', () => resolve()));
  client.on('notification', ({ payload }) => tell(payload ?? ''));
  const done = new AbortController();
  const aborted = new Promise((resolve) =>
    signal.addEventListener('abort', resolve, { once: true, signal: done.signal }),
  );
  const [connected] = await Promise.allSettled([
    client.connect().then(() => client.query(`listen ${webMessageChannel}`)),
  ]);
  if (connected.status === 'fulfilled' && !signal.aborted) await Promise.race([over, aborted]);
  done.abort();
  await Promise.race([Promise.allSettled([client.end()]), setTimeout(GOODBYE_MS, undefined, { ref: false })]);
  return connected.status === 'fulfilled';
}
