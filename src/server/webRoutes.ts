import { UPLOAD_TYPES } from '../channels/uploadTypes.ts';
import type { WebChannel } from '../channels/web/webChannel.ts';
import type { WebRequest } from '../channels/web/webRequest.ts';
import type { RawRequest, Route, RouteRequest } from './route.ts';

/** The addresses that the web page talks to. */
export function webRoutes(web: WebChannel): readonly Route[] {
  const { wait } = web;
  return [
    { method: 'POST', path: '/web/open', body: 'json-or-none', wait, answer: (request) => web.open(factsOf(request)) },
    { method: 'POST', path: '/web/messages', body: 'json', wait, answer: (request) => web.message(factsOf(request)) },
    { method: 'GET', path: '/web/events', body: 'none', wait, answer: (request) => web.events(factsOf(request)) },
    { method: 'POST', path: '/web/link', body: 'json', wait, answer: (request) => web.link(factsOf(request)) },
    { method: 'POST', path: '/web/read', body: 'json', wait, answer: (request) => web.read(factsOf(request)) },
    {
      method: 'POST',
      path: '/web/file',
      body: 'raw',
      types: UPLOAD_TYPES,
      wait,
      answer: (request) => {
        const [name, id, zone] = [given(request, 'name'), given(request, 'id'), given(request, 'zone')];
        return web.takeFile({ ...factsOf(request), name, id, zone, bytes: request.bytes });
      },
    },
    {
      method: 'GET',
      path: '/web/file',
      body: 'none',
      wait,
      answer: (request) => web.giveFile(factsOf(request), given(request, 'id') ?? ''),
    },
  ];
}

function factsOf(request: RouteRequest | RawRequest): WebRequest {
  const { header, remoteAddress } = request;
  return {
    origin: header('origin'),
    host: header('host'),
    cookie: header('cookie'),
    lastEventId: header('last-event-id'),
    after: given(request, 'after'),
    remoteAddress,
    body: 'body' in request ? request.body : undefined,
  };
}

function given({ query }: Pick<RouteRequest, 'query'>, name: string): string | undefined {
  return query.get(name) ?? undefined;
}
