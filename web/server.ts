import { isRecord } from './isRecord.ts';
import { json } from './jsonRequest.ts';
import type { Outgoing, Posted } from './outbox.ts';

/** An answer that takes longer has got lost on the way. In milliseconds. */
const PATIENCE = 20_000;

/** What the server can't take however often it is sent: broken, too large, of the wrong kind. */
const FOR_GOOD = [400, 413, 415, 422];

/** Each request takes our session along, and none is answered from a cache. */
const OWN = { credentials: 'same-origin', cache: 'no-store' } as const;

/** How the server answered: its status, 0 when it couldn't be reached, and when to try again, in milliseconds. */
export interface Answer {
  readonly status: number;
  readonly after?: number;
  /** With 409: the case of a link, for which another conversation in this browser would have to make way. */
  readonly case?: string;
}

/**
 * Asks for a session; 204 when there is one, new or as before.
 * @param secret of the link to a case, which opens the conversation that the case belongs to; 410 where it is over
 * @param instead the person wants that in place of the conversation that is open in this browser; else that is 409
 */
export function openSession(secret: string | null, instead = false): Promise<Answer> {
  return ask('/web/open', json({ ...(secret !== null && { secret }), ...(instead && { instead }), zone: timeZone() }));
}

/** Asks how the event stream would answer, without reading it. */
export async function probeEvents(after: number): Promise<Answer> {
  const controller = new AbortController();
  const answer = await ask(`/web/events?after=${after}`, {
    headers: { accept: 'text/event-stream' },
    signal: controller.signal,
  });
  controller.abort();
  return answer;
}

/** Sends one message; `renew` gets a new session where the old one has ended, once. */
export async function postMessage(outgoing: Outgoing, renew: () => Promise<boolean>): Promise<Posted> {
  const message = json({ ...outgoing, zone: timeZone() });
  let answer = await ask('/web/messages', message);
  if (answer.status === 401 && (await renew())) answer = await ask('/web/messages', message);
  if (answer.status >= 200 && answer.status < 300) return { end: 'sent' };
  if (FOR_GOOD.includes(answer.status)) return { end: 'refused' };
  return whenAgain(answer);
}

/** Where a file is sent to; `id` is the same each time that it is sent. */
export function fileAddress(name: string, id: string): string {
  return `/web/file?${new URLSearchParams({ name, id, zone: timeZone() })}`;
}

/** Tells that an answer was read: by the id of its entry. */
export function postRead(entry: string): Promise<Answer> {
  return ask('/web/read', json({ entry }));
}

/**
 * What is made of an answer that was no use. Without a time to come back it wasn't our server: a proxy answers 503 for
 * as long as nothing is behind it.
 */
export function whenAgain({ status, after }: Answer): Exclude<Posted, { readonly end: 'sent' | 'refused' }> {
  if (after === undefined) return { end: 'again' };
  if (status === 429) return { end: 'too-fast', after };
  return { end: status === 503 ? 'busy' : 'again', after };
}

async function ask(path: string, init: RequestInit): Promise<Answer> {
  const patience = AbortSignal.timeout(PATIENCE);
  const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience;
  try {
    const response = await fetch(path, { ...init, ...OWN, signal });
    const seconds = Number(response.headers.get('retry-after'));
    return { status: response.status, ...(seconds > 0 && { after: seconds * 1000 }), ...(await conflictIn(response)) };
  } catch {
    return { status: 0 };
  }
}

async function conflictIn(response: Response): Promise<Pick<Answer, 'case'>> {
  const said: unknown = response.status === 409 ? await response.json() : null;
  return isRecord(said) && typeof said['case'] === 'string' ? { case: said['case'] } : {};
}

/** Where the person is, so that times can be told in theirs. */
function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
