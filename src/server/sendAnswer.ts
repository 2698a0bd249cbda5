import type { ServerResponse } from 'node:http';
import { responseSink } from './responseSink.ts';
import type { Answer } from './route.ts';

/**
 * Writes an answer. One with a feed goes on until its connection ends; to HEAD it has no more than its headers, nor has
 * one with a stream, which only the headers of its route can tell the length of.
 */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const { status, headers, body, feed, stream } = answer;
  if (feed === undefined || response.req.method === 'HEAD') {
    response.writeHead(status, { ...(stream === undefined && lengthOf(status, body)), ...headers });
    response.end(body);
    return;
  }
  response.writeHead(status, { ...headers });
  response.flushHeaders();
  feed(responseSink(response));
}

/** Without it, an answer would come in chunks, even one of nothing. */
function lengthOf(status: number, body: Answer['body'] = ''): Readonly<Record<string, string>> {
  return status === 204 || status === 304 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
}
