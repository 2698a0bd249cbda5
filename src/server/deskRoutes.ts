import type { DeskChannel } from '../channels/desk/deskChannel.ts';
import type { DeskRequest } from '../channels/desk/deskRequest.ts';
import { UPLOAD_TYPES } from '../channels/uploadTypes.ts';
import type { Answer, PlainRoute, RawRequest, Route, RouteRequest } from './route.ts';

/** The addresses that the desk page talks to. */
export function deskRoutes(desk: DeskChannel): readonly Route[] {
  const { wait } = desk;
  const get = (path: string, answer: (request: DeskRequest) => Promise<Answer>): PlainRoute => ({
    method: 'GET',
    path,
    body: 'none',
    wait,
    answer: (request) => answer(factsOf(request)),
  });
  const post = (path: string, answer: (request: DeskRequest) => Promise<Answer>): PlainRoute => ({
    ...get(path, answer),
    method: 'POST',
    body: 'json',
  });
  return [
    post('/desk/open', desk.open),
    get('/desk/me', desk.me),
    { ...post('/desk/leave', desk.leave), body: 'json-or-none' },
    get('/desk/cases', desk.cases),
    get('/desk/case', desk.case),
    post('/desk/act', desk.act),
    get('/desk/events', desk.events),
    get('/desk/file', desk.giveFile),
    {
      method: 'POST',
      path: '/desk/file',
      body: 'raw',
      types: UPLOAD_TYPES,
      wait,
      answer: (request) => desk.takeFile({ ...factsOf(request), bytes: request.bytes }),
    },
  ];
}

function factsOf(request: RouteRequest | RawRequest): DeskRequest {
  const { header, query, remoteAddress } = request;
  return {
    origin: header('origin'),
    host: header('host'),
    cookie: header('cookie'),
    csrf: header('x-csrf-token'),
    query,
    remoteAddress,
    body: 'body' in request ? request.body : undefined,
  };
}
