import type { WebChannel } from '../channels/web/webChannel.ts';
import type { WebRequest } from '../channels/web/webRequest.ts';
import type { Route, RouteRequest } from './route.ts';

/** The addresses that the web page talks to. */
export function webRoutes(web: WebChannel): readonly Route[] {
  const { wait } = web;
  return [
    { method: 'POST', path: '/web/open', body: 'json-or-none', wait, answer: (request) => web.open(factsOf(request)) },
    { method: 'POST', path: '/web/messages', body: 'json', wait, answer: (request) => web.message(factsOf(request)) },
    { method: 'GET', path: '/web/events', body: 'none', wait, answer: (request) => web.events(factsOf(request)) },
  ];
}

function factsOf({ header, query, remoteAddress, body }: RouteRequest): WebRequest {
  return {
    origin: header('origin'),
    host: header('host'),
    cookie: header('cookie'),
    lastEventId: header('last-event-id'),
    after: query.get('after') ?? undefined,
    remoteAddress,
    body,
  };
}
