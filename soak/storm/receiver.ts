import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a message says, so that the ledger can tell which it is. */
export interface StormMessage {
  readonly queue: string;
  /** Counts up within its queue, from 1, as the rows were committed. */
  readonly number: number;
}

/** A call, as the receiver saw it. Times are in milliseconds since 1970. */
export interface StormCall extends StormMessage {
  readonly at: number;
  readonly status: 201 | 429;
  /** How long before the end of the last Retry-After of its queue; 0 or less when it waited as asked. */
  readonly earlyBy: number;
  /** Another call for the same queue was still being answered. */
  readonly overlapped: boolean;
}

/** A channel that is too busy for most, until its storm is over. */
export interface StormReceiver {
  readonly serviceUrl: string;
  readonly ledger: readonly StormCall[];
  /** From now on every call is taken. */
  calm(): void;
  /** Called after each call that is taken. */
  onTaken(listener: () => void): void;
  close(): Promise<void>;
}

/** How the storm blows. */
export interface StormWeather {
  readonly random: () => number;
  /** The share of calls that are answered with 429. */
  readonly refused: number;
  /** The longest Retry-After, in seconds. */
  readonly longestWait: number;
}

/** Half of the waits are told in seconds, half as a date: RFC 9110 has both. */
const AS_DATE = 0.5;

/** How long an answer takes at most, in milliseconds. */
const SLOWEST = 20;

/** Starts one on a free port of this machine. */
export async function startStormReceiver(weather: StormWeather): Promise<StormReceiver> {
  const ledger: StormCall[] = [];
  const listeners: (() => void)[] = [];
  const quietUntil = new Map<string, number>();
  const open = new Map<string, number>();
  let isCalm = false;

  const server = createServer(async (request, response) => {
    const at = Date.now();
    const message = await readMessage(request);
    const { queue } = message;
    const others = open.get(queue) ?? 0;
    open.set(queue, others + 1);
    await new Promise((resolve) => setTimeout(resolve, weather.random() * SLOWEST));
    open.set(queue, (open.get(queue) ?? 1) - 1);
    const status = !isCalm && weather.random() < weather.refused ? 429 : 201;
    ledger.push({ ...message, at, status, earlyBy: (quietUntil.get(queue) ?? 0) - at, overlapped: others > 0 });
    if (status === 429) quietUntil.set(queue, refuse(response, weather));
    else take(response, ledger.length);
    if (status === 201) for (const listen of listeners) listen();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ledger,
    calm: () => {
      isCalm = true;
    },
    onTaken: (listener) => void listeners.push(listener),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readMessage(request: IncomingMessage): Promise<StormMessage> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly text: string };
  return JSON.parse(activity.text) as StormMessage;
}

/** Answers 429 and gives the moment before which nothing of this queue may come. */
function refuse(response: ServerResponse, { random, longestWait }: StormWeather): number {
  const now = Date.now();
  const seconds = 1 + Math.floor(random() * longestWait);
  const date = Math.ceil(now / 1_000 + seconds) * 1_000;
  const isDate = random() < AS_DATE;
  response.writeHead(429, { 'retry-after': isDate ? new Date(date).toUTCString() : String(seconds) });
  response.end();
  return isDate ? date : now + seconds * 1_000;
}

function take(response: ServerResponse, number: number): void {
  response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ id: `activity-${number}` }));
}
