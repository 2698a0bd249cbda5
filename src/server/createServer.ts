import type { Server as HttpServer } from 'node:http';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../log.ts';
import { admit } from './admit.ts';
import { answerRoute } from './answerRoute.ts';
import { closeServer } from './closeServer.ts';
import { discardRest } from './discardRest.ts';
import type { Limits } from './limits.ts';
import { listenOn } from './listenOn.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './securityHeaders.ts';
import { sendAnswer } from './sendAnswer.ts';
import { silentLogger } from './silentLogger.ts';
import { type Connections, trackConnections } from './trackConnections.ts';

/** What the server is built from. */
export interface ServerParts {
  readonly routes: readonly Route[];
  readonly limits: Limits;
  readonly log: Log;
  /** Ends the answers that would go on for ever, when the server closes. */
  readonly endStreams: () => Promise<void>;
}

/** An HTTP server that can be started once. */
export interface Server {
  /** Starts to listen and gives the port: for port 0 the one that the system chose. Rejects with `config-invalid`. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more requests, ends the streams and waits for what is running, as long as the limits say. */
  close(): Promise<void>;
}

/** Builds the server: what is too large, too deep, compressed or foreign is refused before anything reads it. */
export function createServer(parts: ServerParts): Server {
  const { limits, log, routes } = parts;
  const server = restify.createServer({ name: '', log: silentLogger });
  // Without options for https or spdy it is a plain one.
  const http = server.server as HttpServer;
  const connections = trackConnections(http);
  hardenConnections(http, limits);
  server.on('error', (err) => log.error({ err }, 'the server failed'));
  server.pre(guard(parts, connections));
  for (const route of routes) {
    const answer = async (request: Request, response: Response) => answerRoute(parts, route, { request, response });
    if (route.method === 'POST') server.post(route.path, answer);
    else {
      server.get(route.path, answer);
      server.head(route.path, answer);
    }
  }
  return {
    listen: (port, host) => listenOn(http, port, host),
    close: () => closeServer(http, { connections, closeMs: limits.closeMs, endStreams: parts.endStreams }),
  };
}

function hardenConnections(http: HttpServer, limits: Limits): void {
  http.headersTimeout = limits.headersMs;
  http.requestTimeout = limits.requestMs;
  http.keepAliveTimeout = limits.keepAliveMs;
  http.maxConnections = limits.connections;
  // restify listens for upgrades and forgets them: each would hold a connection for ever. Unheard, they are requests.
  http.removeAllListeners('upgrade');
}

/** Runs before restify looks for a route, which it can't do safely with every address. */
function guard(parts: ServerParts, connections: Connections) {
  return (request: Request, response: Response, next: Next) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    connections.use(request, response);
    const refusal = admit({ method: request.method ?? '', url: request.url ?? '', headers: request.headers }, parts);
    if (refusal === null) return next();
    sendAnswer(response, refusal);
    discardRest(request, parts.limits.discardBytes);
    next(false);
  };
}
