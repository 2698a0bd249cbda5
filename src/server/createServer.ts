import type { Server as HttpServer } from 'node:http';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../log.ts';
import { admit } from './admit.ts';
import { answerRoute } from './answerRoute.ts';
import { closeServer } from './closeServer.ts';
import { discardRest } from './discardRest.ts';
import { hardenConnections } from './hardenConnections.ts';
import type { Limits } from './limits.ts';
import { limitTime } from './limitTime.ts';
import { listenOn, type PlaceVariables } from './listenOn.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './securityHeaders.ts';
import { sendAnswer } from './sendAnswer.ts';
import { silentLogger } from './silentLogger.ts';
import { createStreamRoom } from './streamRoom.ts';
import { strictTransport } from './strictTransport.ts';
import { type Connections, trackConnections } from './trackConnections.ts';
import { trustedNetworks } from './trustedNetworks.ts';

/** What the server is built from. */
export interface ServerParts {
  readonly routes: readonly Route[];
  readonly limits: Limits;
  readonly log: Log;
  /** Ends the answers that would go on for ever, when the server closes. */
  readonly endStreams: () => Promise<void>;
  /** Networks in CIDR form whose `X-Forwarded-For` is believed; default: none. */
  readonly trustedProxies?: readonly string[];
  /** Whether browsers reach it by https, so that they can be held to that; default: no. */
  readonly https?: boolean;
  /** Told of every answer: the path of its route, or `none`, and its status. */
  readonly onAnswer?: (route: string, status: number) => void;
  /** The variables that say where it listens; default: PORT and HOST. */
  readonly variables?: PlaceVariables;
}

/** An HTTP server that can be started once. */
export interface Server {
  /** Starts to listen and gives the port: for port 0 the one that the system chose. Rejects with `config-invalid`. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more requests, ends the streams and waits for what is running, as long as the limits say. */
  close(): Promise<void>;
}

interface Door {
  readonly parts: ServerParts;
  readonly headers: Readonly<Record<string, string>>;
  readonly onAnswer: (route: string, status: number) => void;
  /** Ends a request that takes too long; null where Node does. */
  readonly onLate: ((request: Request, response: Response) => void) | null;
}

/** Builds the server: what is too large, too deep, compressed or foreign is refused before anything reads it. */
export function createServer(parts: ServerParts): Server {
  const { limits, log, routes, endStreams, onAnswer = () => undefined } = parts;
  const server = restify.createServer({ name: '', log: silentLogger });
  // Without options for https or spdy it is a plain one.
  const http = server.server as HttpServer;
  const trusted = trustedNetworks(parts.trustedProxies ?? []);
  const headers = { ...securityHeaders, ...(parts.https && strictTransport) };
  const streams = createStreamRoom(limits);
  const connections = trackConnections(http, { limits, trusted });
  const takesFiles = routes.some(({ body }) => body === 'raw');
  const onBroken = (status: number) => onAnswer('none', status);
  hardenConnections(http, { limits, connections, headers, onBroken, takesFiles });
  server.on('error', (err) => log.error({ err }, 'the server failed'));
  server.pre(guard({ parts, headers, onAnswer, onLate: takesFiles ? endLate(http) : null }, connections));
  for (const route of routes) {
    const answer = async (request: Request, response: Response) =>
      answerRoute({ limits, log, trusted, streams, onAnswer }, route, { request, response });
    if (route.method === 'POST') server.post(route.path, answer);
    else {
      server.get(route.path, answer);
      server.head(route.path, answer);
    }
  }
  return {
    listen: (port, host) =>
      listenOn(http, { port, host, variables: parts.variables ?? { port: 'PORT', host: 'HOST' } }),
    close: () => closeServer(http, { connections, closeMs: limits.closeMs, endStreams }),
  };
}

/** Runs before restify looks for a route, which it can't do safely with every address. */
function guard({ parts, headers, onAnswer, onLate }: Door, connections: Connections) {
  return (request: Request, response: Response, next: Next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!connections.use(request, response)) return next(false);
    const { method = '', url = '', rawHeaders, httpVersion } = request;
    const admission = admit({ method, url, headers: request.headers, rawHeaders, httpVersion }, parts);
    const isFile = admission.kind === 'admitted' && admission.route.body === 'raw';
    if (onLate !== null && !isFile) limitTime(request, parts.limits.requestMs, () => onLate(request, response));
    if (admission.kind === 'admitted') return next();
    onAnswer('none', admission.answer.status);
    sendAnswer(response, admission.answer);
    discardRest(request, parts.limits.discardBytes);
    next(false);
  };
}

/** As Node itself does when its own limit is over; but to a request that was answered, no word more. */
function endLate(http: HttpServer) {
  return ({ socket }: Request, response: Response) => {
    if (response.headersSent) return socket.destroySoon();
    const late = Object.assign(new Error('request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    http.emit('clientError', late, socket);
  };
}
