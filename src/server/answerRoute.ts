import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { clientAddress } from './clientAddress.ts';
import { discardRest } from './discardRest.ts';
import type { Limits } from './limits.ts';
import { readJson } from './readJson.ts';
import type { Answer, Route, RouteRequest } from './route.ts';
import { sendAnswer } from './sendAnswer.ts';
import type { TrustedNetworks } from './trustedNetworks.ts';

/** What answering takes besides the route. */
export interface AnswerParts {
  readonly limits: Limits;
  readonly log: Log;
  readonly trusted: TrustedNetworks;
  /** Told of every answer. */
  readonly onAnswer: (route: string, status: number) => void;
}

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Reads what was sent, lets the route answer, and writes the answer; a fault becomes a bare 500. Never rejects. */
export async function answerRoute(parts: AnswerParts, route: Route, exchange: Exchange): Promise<void> {
  const answer = await answerOf(parts, route, exchange.request);
  // A client that has gone, or was sent away for breaking off, gets no other answer.
  if (exchange.request.socket.writable) parts.onAnswer(route.path, answer.status);
  sendAnswer(exchange.response, answer);
  if (!exchange.request.complete) discardRest(exchange.request, parts.limits.discardBytes);
}

async function answerOf(parts: AnswerParts, route: Route, request: IncomingMessage): Promise<Answer> {
  try {
    const caller = callerOf(request, parts.trusted);
    const wait = route.wait?.(caller) ?? 0;
    if (wait > 0) return { status: 429, headers: { 'Cache-Control': 'no-store', 'Retry-After': String(wait) } };
    if (!hasBody(route, request)) return await route.answer(factsOf(request, caller, undefined));
    const body = await readJson(request, parts.limits);
    return 'status' in body ? body : await route.answer(factsOf(request, caller, body.value));
  } catch (err) {
    parts.log.error({ route: route.path, err }, 'a request failed');
    return { status: 500 };
  }
}

function callerOf({ headers, socket }: IncomingMessage, trusted: TrustedNetworks): string {
  // Node joins all such headers by commas.
  const forwardedFor = [headers['x-forwarded-for']].flat().join(',');
  return clientAddress({ socketAddress: socket.remoteAddress ?? '', forwardedFor }, trusted);
}

function hasBody({ body }: Route, { headers }: IncomingMessage): boolean {
  if (body !== 'json-or-none') return body === 'json';
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function factsOf({ headers, url }: IncomingMessage, remoteAddress: string, body: unknown): RouteRequest {
  return {
    header: (name) => [headers[name]].flat()[0],
    query: new URLSearchParams(url?.split('?')[1]),
    remoteAddress,
    forwarded: Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-')),
    body,
  };
}
