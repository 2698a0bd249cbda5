import type { IncomingMessage, ServerResponse } from 'node:http';
import { type UploadEnd, UploadFault } from '../channels/uploadFault.ts';
import type { Log } from '../log.ts';
import { clientAddress } from './clientAddress.ts';
import { discardRest } from './discardRest.ts';
import { secretIn } from './isAt.ts';
import type { Limits } from './limits.ts';
import { mediaType } from './mediaType.ts';
import { readBytes } from './readBytes.ts';
import { readJson } from './readJson.ts';
import type { Answer, PlainRoute, Route, RouteRequest, SignedRoute } from './route.ts';
import { sendAnswer } from './sendAnswer.ts';
import { sendStream } from './sendStream.ts';
import { streamBody } from './streamBody.ts';
import type { StreamRoom } from './streamRoom.ts';
import type { TrustedNetworks } from './trustedNetworks.ts';

/** What answering takes besides the route. */
export interface AnswerParts {
  readonly limits: Limits;
  readonly log: Log;
  readonly trusted: TrustedNetworks;
  readonly streams: StreamRoom;
  /** Told of every answer. */
  readonly onAnswer: (route: string, status: number) => void;
}

/** What is known of a request before its body. */
type Facts = Omit<RouteRequest, 'body'>;

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const STATUS: Readonly<Record<UploadEnd, number>> = { 'too-large': 413, 'cut-off': 400, stalled: 408 };

/** Too many files are being sent out; there may be room again in a moment. */
const NO_ROOM: Answer = { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '2' } };

/** Reads what was sent, lets the route answer, and writes the answer; a fault becomes a bare 500. Never rejects. */
export async function answerRoute(parts: AnswerParts, route: Route, exchange: Exchange): Promise<void> {
  const { limits, onAnswer } = parts;
  const { request, response } = exchange;
  const caller = callerOf(request, parts.trusted);
  const wanted = await answerOf(parts, route, { request, caller });
  const isStream = wanted.stream !== undefined && request.method !== 'HEAD';
  const giveBack = isStream ? parts.streams.take(caller) : null;
  const answer = isStream && giveBack === null ? NO_ROOM : wanted;
  // A client that has gone, or was sent away for breaking off, gets no other answer.
  if (request.socket.writable) onAnswer(route.path, answer.status);
  // Whoever sends a file reads no answer before all of it is sent.
  if (!request.complete) discardRest(request, route.body === 'raw' ? limits.uploadBytes : limits.discardBytes);
  const { stream } = answer;
  if (stream === undefined || !isStream) return sendAnswer(response, answer);
  await sendStream(response, { ...answer, stream })
    .catch((err: unknown) => parts.log.error({ route: route.path, err }, 'an answer broke off'))
    .finally(giveBack);
}

async function answerOf(
  parts: AnswerParts,
  route: Route,
  { request, caller }: { readonly request: IncomingMessage; readonly caller: string },
): Promise<Answer> {
  try {
    const facts = { ...factsOf(request, caller), secret: secretIn(route.path, request.url ?? '') };
    const wait = route.wait?.(caller) ?? 0;
    if (wait > 0) return { status: 429, headers: { 'Cache-Control': 'no-store', 'Retry-After': String(wait) } };
    if (route.body === 'raw') return await route.answer({ ...facts, bytes: streamBody(request, parts.limits) });
    if (route.body === 'signed') return await answerSigned(parts, route, { request, facts });
    if (!hasBody(route, request)) return await route.answer({ ...facts, body: undefined });
    const body = await readJson(request, parts.limits);
    return 'status' in body ? body : await route.answer({ ...facts, body: body.value });
  } catch (err) {
    if (err instanceof UploadFault) return { status: STATUS[err.how], headers: { Connection: 'close' } };
    parts.log.error({ route: route.path, err }, 'a request failed');
    return { status: 500 };
  }
}

async function answerSigned(
  { limits }: AnswerParts,
  route: SignedRoute,
  { request, facts }: { readonly request: IncomingMessage; readonly facts: Facts },
): Promise<Answer> {
  const body = await readBytes(request, limits);
  if ('status' in body) return body;
  return route.answer({ ...facts, bytes: body.bytes, contentType: mediaType(request.headers['content-type'] ?? '') });
}

function callerOf({ headers, socket }: IncomingMessage, trusted: TrustedNetworks): string {
  // Node joins all such headers by commas.
  const forwardedFor = [headers['x-forwarded-for']].flat().join(',');
  return clientAddress({ socketAddress: socket.remoteAddress ?? '', forwardedFor }, trusted);
}

function hasBody({ body }: PlainRoute, { headers }: IncomingMessage): boolean {
  if (body !== 'json-or-none') return body === 'json';
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function factsOf({ headers, url }: IncomingMessage, remoteAddress: string): Facts {
  return {
    header: (name) => [headers[name]].flat()[0],
    query: new URLSearchParams(url?.split('?')[1]),
    remoteAddress,
    forwarded: Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-')),
  };
}
