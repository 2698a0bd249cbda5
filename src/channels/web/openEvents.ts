import { pageAnswer } from '../pageAnswer.ts';
import type { EventStreams } from './eventStreams.ts';
import { findSession, type SessionLookup } from './findSession.ts';
import type { Refuse } from './refuse.ts';
import type { WebAnswer, WebRequest } from './webRequest.ts';

/** In seconds: how soon a page that found no room may ask again. */
const RETRY_AFTER = 10;

/** Not kept by anybody on the way, and not held back by a proxy that collects answers (the header nginx reads). */
const STREAM_HEADERS = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };

export interface OpenEventsParts extends SessionLookup {
  readonly streams: EventStreams;
  readonly refuse: Refuse;
}

/**
 * Opens the stream of a session after the row that the page has last seen: `Last-Event-ID` when the browser comes
 * back by itself, else the parameter `after`, else from the first.
 */
export async function openEvents(parts: OpenEventsParts, request: WebRequest): Promise<WebAnswer> {
  const session = await findSession(parts, request.cookie);
  if (session === null) return parts.refuse('no-session');
  const after = readNumber(request.lastEventId || request.after || '0');
  if (after === null) return parts.refuse('malformed');
  const address = request.remoteAddress;
  const refusal = parts.streams.refusal(address);
  if (refusal !== null) return parts.refuse(refusal, RETRY_AFTER);
  return { ...pageAnswer(200, STREAM_HEADERS), feed: (sink) => parts.streams.open({ session, address, after, sink }) };
}

function readNumber(text: string): number | null {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}
