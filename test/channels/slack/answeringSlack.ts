import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Agent } from 'undici';
import { keptAlive } from '../../../src/channels/keptAlive.ts';
import { slackHosts } from '../../../src/channels/slack/slackHosts.ts';

/** A call as it came. */
export interface AnsweredCall {
  /** The method, or the path of what isn't one. */
  readonly method: string;
  /** The fields of a form. */
  readonly args: Readonly<Record<string, string>>;
  readonly body: string;
  readonly authorization: string | undefined;
}

type Answering = (response: ServerResponse) => void;

/** JSON of a call that worked or did not, or whatever a server may do. */
export type SlackAnswer = Readonly<Record<string, unknown>> | Answering;

/** A server that answers calls as a test says, one after the other. */
export interface AnsweringSlack {
  readonly apiUrl: string;
  readonly origin: string;
  readonly calls: readonly AnsweredCall[];
  /** The next answers to this method; the last of them is given again and again. */
  answer(method: string, ...answers: SlackAnswer[]): void;
  /** What a client of it needs. */
  readonly line: { readonly dispatcher: Agent; readonly origins: ReadonlySet<string>; readonly apiUrl: string };
  clear(): void;
  close(): Promise<void>;
}

/** Starts one on a free port. What nobody said an answer for is an `unknown_method`. */
export async function startAnsweringSlack(): Promise<AnsweringSlack> {
  const answers = new Map<string, SlackAnswer[]>();
  const calls: AnsweredCall[] = [];
  const server = createServer(async (request, response) => {
    // Null for one that was given up before it was here.
    const call = await callOf(request).catch(() => null);
    if (call === null) return;
    calls.push(call);
    const [next, ...others] = answers.get(call.method) ?? [{ ok: false, error: 'unknown_method' }];
    if (others.length > 0) answers.set(call.method, others);
    if (typeof next === 'function') next(response);
    else json(200, next)(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const apiUrl = `${origin}/api/`;
  const dispatcher = keptAlive();
  return {
    ...{ apiUrl, origin, calls },
    line: { dispatcher, origins: slackHosts(apiUrl).calls, apiUrl },
    answer: (method, ...given) => void answers.set(method, given),
    clear() {
      answers.clear();
      calls.splice(0);
    },
    async close() {
      await dispatcher.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function callOf(request: IncomingMessage): Promise<AnsweredCall> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('latin1');
  const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
  return {
    method: String(request.url).replace(/^\/(?:api\/)?/, ''),
    args: isForm ? Object.fromEntries(new URLSearchParams(body)) : {},
    body,
    authorization: request.headers.authorization,
  };
}

/** An answer with this status, JSON and headers. */
export function json(status: number, content: unknown, headers: Record<string, string> = {}): Answering {
  return (response) => {
    // In two steps: restify, where it is loaded, makes `writeHead` give nothing.
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(content));
  };
}

/** Breaks the connection off instead of answering. */
export const breakOff: Answering = (response) => void response.socket?.destroy();

/** Never answers. */
export const silence: Answering = () => undefined;
