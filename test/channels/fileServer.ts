import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Agent } from 'undici';

/** A request as it came. */
export interface FileRequest {
  /** `host/path?query` */
  readonly at: string;
  readonly authorization: string | undefined;
  readonly encoding: string | undefined;
}

/** What is at an address. */
export type FileAnswer = (response: ServerResponse, request: IncomingMessage) => void;

/** Every server there is, played by one on this machine that remembers each request. */
export interface FileServer {
  /** Its own address, ending with a slash. */
  readonly origin: string;
  readonly requests: readonly FileRequest[];
  /** Hosts and ports that somebody connected to, before anything was asked of them. */
  readonly connected: readonly string[];
  /** Reaches this server whatever the host, without looking any name up. */
  readonly dispatcher: Agent;
  /** From now on this is at `host/path`. */
  answer(at: string, answer: FileAnswer): void;
  clear(): void;
  close(): Promise<void>;
}

/** Starts one on a free port. What wasn't put there is a 404. */
export async function startFileServer(): Promise<FileServer> {
  const answers = new Map<string, FileAnswer>();
  const requests: FileRequest[] = [];
  const connected: string[] = [];
  const server = createServer((request, response) => {
    const at = `${request.headers.host}${request.url}`;
    const { authorization, 'accept-encoding': encoding } = request.headers;
    requests.push({ at, authorization, encoding: String(encoding) });
    const answer = answers.get(at);
    if (answer) answer(response, request);
    else end(response, 404, { content: 'nothing here' });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const dispatcher = new Agent({
    // TLS is left out, whatever the scheme: which host is asked, and for what, is all that matters here.
    connect({ hostname, port: wanted, protocol }, callback) {
      connected.push(`${protocol}//${hostname}:${wanted}`);
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => callback(null, socket));
      socket.once('error', (error) => callback(error, null));
    },
  });
  return {
    origin: `http://127.0.0.1:${port}/`,
    requests,
    connected,
    dispatcher,
    answer: (at, answer) => void answers.set(at, answer),
    clear() {
      answers.clear();
      requests.splice(0);
      connected.splice(0);
    },
    async close() {
      await dispatcher.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An answer of these bytes. */
export function bytes(content: string | Buffer, headers: Record<string, string> = {}): FileAnswer {
  return (response) => end(response, 200, { headers, content });
}

/** An answer that leads elsewhere. */
export function redirect(location: string, code = 302): FileAnswer {
  return (response) => end(response, code, { headers: { location }, content: 'elsewhere' });
}

/** Bytes without end, as fast as they are taken. */
export const endless: FileAnswer = (response) => {
  const chunk = Buffer.alloc(64 * 1024);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200);
  response.on('drain', more);
  more();
};

/** An answer with a status and nothing else but these headers. */
export function status(code: number, headers: Record<string, string> = {}): FileAnswer {
  return (response) => end(response, code, { headers });
}

interface AnswerParts {
  readonly headers?: Record<string, string>;
  readonly content?: string | Buffer;
}

/** In two steps: restify, where it is loaded, makes `writeHead` give nothing. */
function end(response: ServerResponse, code: number, { headers = {}, content = '' }: AnswerParts): void {
  response.writeHead(code, headers);
  response.end(content);
}
