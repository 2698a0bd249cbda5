import { Readable } from 'node:stream';
import { type Dispatcher, Pool } from 'undici';

/** One request, and what it may be answered with. */
export interface HostileRequest {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | (() => AsyncIterable<Buffer>);
}

/** How often each kind of request got each answer; a line that was cut off counts as 0. */
export type Tally = Map<string, Map<number, number>>;

/** Requests under way at a time: enough that the bot is never idle, with a queue no longer than it has on a bad day. */
const AT_ONCE = 8;

/** Sends them all, some at a time, and counts the answers. */
export async function sendAll(origin: string, requests: Iterator<HostileRequest>, tally: Tally): Promise<void> {
  const pool = new Pool(origin, { connections: AT_ONCE, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const work = async () => {
    for (let next = requests.next(); !next.done; next = requests.next()) {
      count(tally, next.value.kind, await statusOf(pool, next.value));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await pool.destroy();
}

/** Adds one answer. */
export function count(tally: Tally, kind: string, status: number): void {
  const statuses = tally.get(kind) ?? new Map<number, number>();
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  tally.set(kind, statuses);
}

async function statusOf(pool: Pool, { method, path, headers, body }: HostileRequest): Promise<number> {
  try {
    const sent = typeof body === 'function' ? Readable.from(body()) : body;
    const response = await pool.request({ method: method as Dispatcher.HttpMethod, path, headers, body: sent });
    await response.body.dump();
    return response.statusCode;
  } catch {
    // Cut off, as somebody is who sends on and on; whether the bot has ended is asked elsewhere.
    return 0;
  }
}
