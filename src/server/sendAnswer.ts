import type { ServerResponse } from 'node:http';
import { responseSink } from './responseSink.ts';
import type { Answer } from './route.ts';

/** Writes an answer. One with a feed goes on until its connection ends; to HEAD it has no more than its headers. */
export function sendAnswer(response: ServerResponse, { status, headers, body, feed }: Answer): void {
  response.writeHead(status, { ...headers });
  if (feed === undefined || response.req.method === 'HEAD') {
    response.end(body);
    return;
  }
  response.flushHeaders();
  feed(responseSink(response));
}
