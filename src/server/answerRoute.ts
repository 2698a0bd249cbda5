import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { discardRest } from './discardRest.ts';
import type { Limits } from './limits.ts';
import { readJson } from './readJson.ts';
import type { Answer, Route, RouteRequest } from './route.ts';
import { sendAnswer } from './sendAnswer.ts';

/** What answering takes besides the route. */
export interface AnswerParts {
  readonly limits: Limits;
  readonly log: Log;
}

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Reads what was sent, lets the route answer, and writes the answer; a fault becomes a bare 500. Never rejects. */
export async function answerRoute(parts: AnswerParts, route: Route, exchange: Exchange): Promise<void> {
  const answer = await answerOf(parts, route, exchange.request);
  sendAnswer(exchange.response, answer);
  if (!exchange.request.complete) discardRest(exchange.request, parts.limits.discardBytes);
}

async function answerOf({ limits, log }: AnswerParts, route: Route, request: IncomingMessage): Promise<Answer> {
  try {
    if (!hasBody(route, request)) return await route.answer(factsOf(request, undefined));
    const body = await readJson(request, limits);
    return 'status' in body ? body : await route.answer(factsOf(request, body.value));
  } catch (err) {
    log.error({ route: route.path, err }, 'a request failed');
    return { status: 500 };
  }
}

function hasBody({ body }: Route, { headers }: IncomingMessage): boolean {
  if (body !== 'json-or-none') return body === 'json';
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function factsOf({ headers, socket, url }: IncomingMessage, body: unknown): RouteRequest {
  return {
    header: (name) => [headers[name]].flat()[0],
    query: new URLSearchParams(url?.split('?')[1]),
    remoteAddress: socket.remoteAddress ?? '',
    forwarded: Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-')),
    body,
  };
}
