import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { securityHeaders } from '../../src/server/securityHeaders.ts';
import { type DeskCase, PageDeskState, type SentDeed } from './pageDeskState.ts';
import { endWith, serveBuilt } from './pageStatic.ts';
import { readUpload, refuseUpload, serveUpload } from './pageUpload.ts';

/** A server for the tests of the desk's page: what it knows is scripted, the rest is as the real one does it. */
export interface PageDesk {
  readonly url: string;
  readonly state: PageDeskState;
  stop(): Promise<void>;
}

export async function startPageDesk(): Promise<PageDesk> {
  const state = new PageDeskState();
  const server = createServer((request, response) => {
    void answer({ request, response, state, url: new URL(request.url ?? '/', 'http://localhost') });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/desk`,
    state,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly state: PageDeskState;
  readonly url: URL;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, state, url } = exchange;
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const isSignedIn = state.session > 0 && request.headers.cookie?.includes(`desk=${state.session}`) === true;
  if (!url.pathname.startsWith('/desk/')) await serveBuilt(url.pathname, response);
  else if (state.isAway) request.socket.destroy();
  else if (url.pathname === '/desk/open') await open(exchange);
  else if (!isSignedIn) endWith(response, 401);
  else if (request.method === 'GET') look(exchange);
  else if (request.headers['x-csrf-token'] === state.csrf) await change(exchange);
  else endWith(response, 403);
}

async function open({ request, response, state }: Exchange): Promise<void> {
  const opening = (await json(request)) as { token?: string; link?: string; name: string };
  state.openings.push(opening);
  if (opening.link === undefined ? opening.token !== state.token : opening.link !== state.link) {
    endWith(response, 401);
    return;
  }
  state.session += 1;
  response.setHeader('Set-Cookie', `desk=${state.session}; HttpOnly; SameSite=Strict; Path=/desk`);
  endWith(response, 200, meOf(state));
}

function meOf({ csrf, only, openings }: PageDeskState): object {
  const { name, link } = openings.at(-1) ?? {};
  const expiresAt = new Date(Date.now() + 8 * 3_600_000).toISOString();
  return { csrf, name, via: link === undefined ? 'page' : 'link', only: link === undefined ? null : only, expiresAt };
}

/** What changes nothing. */
function look({ response, state, url }: Exchange): void {
  const id = url.searchParams.get('id');
  const found = state.find(id);
  switch (url.pathname) {
    case '/desk/me':
      endWith(response, 200, meOf(state));
      break;
    case '/desk/cases':
      endWith(response, 200, listOf(url.searchParams.get('which') === 'closed' ? state.closed : state.open));
      break;
    case '/desk/case':
      endWith(response, found ? 200 : 404, found?.shown);
      break;
    case '/desk/file':
      serveUpload(state.files.find((file) => file.id === id) ?? state.files[0], response);
      break;
    case '/desk/events':
      response.setHeader('Content-Type', 'text/event-stream');
      response.write('retry: 100\n\n');
      state.listen(response);
      break;
    default:
      endWith(response, 404);
  }
}

function listOf(cases: readonly DeskCase[]): object {
  return { cases: cases.map(({ listed }) => listed) };
}

/** What changes something. */
async function change({ request, response, state, url }: Exchange): Promise<void> {
  const nothing = { cards: [], said: null, show: null };
  switch (url.pathname) {
    case '/desk/leave':
      state.expire();
      return endWith(response, 204);
    case '/desk/act': {
      const deed = (await json(request)) as SentDeed;
      const { deedAnswer } = state;
      state.did(deed);
      if (refuseUpload(deedAnswer, request, response)) return;
      return endWith(response, 200, { ...nothing, ...state.react(deed) });
    }
    case '/desk/file': {
      const file = await readUpload(request, url.searchParams);
      if (refuseUpload(state.fileAnswer, request, response)) return;
      state.took(file);
      return endWith(response, 200, { ...nothing, said: `Sent: ${file.name}` });
    }
    default:
      return endWith(response, 404);
  }
}
