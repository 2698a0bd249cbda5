import { type Server as HttpServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from './limits.ts';
import { sendAnswer } from './sendAnswer.ts';
import type { Connections } from './trackConnections.ts';

/** What Node's own answers are made from. */
export interface HardeningParts {
  readonly limits: Limits;
  readonly connections: Connections;
  /** Sent with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Told of each answer to what was no request. */
  readonly onBroken: (status: number) => void;
  /** Whether some route takes files: Node's one limit is theirs then, and that of the other routes is kept elsewhere. */
  readonly takesFiles: boolean;
}

/** What Node reads when it starts to listen, but has no types for as properties. */
interface LateOptions {
  connectionsCheckingInterval: number;
  requireHostHeader: boolean;
}

/** Bounds the time and room that a connection may take, and answers in our way what Node would answer in its own. */
export function hardenConnections(http: HttpServer & Partial<LateOptions>, parts: HardeningParts): void {
  const { limits } = parts;
  http.headersTimeout = limits.headersMs;
  http.requestTimeout = parts.takesFiles ? limits.uploadMs : limits.requestMs;
  http.connectionsCheckingInterval = limits.checkMs;
  http.keepAliveTimeout = limits.keepAliveMs;
  http.timeout = limits.stalledMs;
  http.maxConnections = limits.connections;
  // Without this Node drops what comes after the thousandth header, a proxy's among it: we count and refuse instead.
  http.maxHeadersCount = 0;
  // Node's answer would be without our headers; `admit` refuses it.
  http.requireHostHeader = false;
  // restify listens for upgrades and forgets them: each would hold a connection for ever. Unheard, they are requests.
  http.removeAllListeners('upgrade');
  http.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    parts.onBroken(417);
    sendAnswer(response, { status: 417, headers: { ...parts.headers, Connection: 'close' } });
  });
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => answerBroken(error, socket, parts));
}

/** A request that broke off, or never was one: a bare status where none has been sent, and the line is closed. */
function answerBroken({ code }: NodeJS.ErrnoException, socket: Socket, parts: HardeningParts): void {
  if (socket.writable && code !== 'ECONNRESET' && !parts.connections.isAnswering(socket)) {
    const status = statusOf(code);
    parts.onBroken(status);
    const headers = { ...parts.headers, Connection: 'close', 'Content-Length': '0' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  }
  socket.destroySoon();
}

function statusOf(code: string | undefined): number {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    default:
      return 400;
  }
}
