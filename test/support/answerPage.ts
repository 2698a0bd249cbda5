import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { securityHeaders } from '../../src/server/securityHeaders.ts';
import type { Opening, PageState, SentMessage } from './pageState.ts';
import { endWith, serveBuilt } from './pageStatic.ts';
import { readUpload, refuseUpload, serveUpload } from './pageUpload.ts';

/** Answers one request as the real server does, with its security headers. */
export async function answerPage(request: IncomingMessage, response: ServerResponse, state: PageState): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (state.away !== null && url.pathname.startsWith('/web/')) {
    if (state.away === 'unreachable') request.socket.destroy();
    else refuse(response, state.away);
    return;
  }
  if (url.pathname === '/web/open') open((await json(request)) as Opening, response, state);
  else if (!url.pathname.startsWith('/web/')) await serveBuilt(url.pathname, response);
  else if (request.headers.cookie?.includes(`session=${state.session}`)) await known(request, response, state);
  else endWith(response, 401);
}

/** What only somebody with a session may ask. */
async function known(request: IncomingMessage, response: ServerResponse, state: PageState): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  switch (`${request.method} ${pathname}`) {
    case 'GET /web/events':
      return stream(response, { state, after: request.headers['last-event-id'] || searchParams.get('after') });
    case 'POST /web/messages':
      return message(request, response, state);
    case 'POST /web/link':
      state.askForLink(((await json(request)) as { case: string }).case);
      return endWith(response, state.link === null ? 404 : 200, { url: state.link });
    case 'POST /web/read':
      state.read(((await json(request)) as { entry: string }).entry);
      return endWith(response, 204);
    case 'POST /web/file': {
      const file = await readUpload(request, searchParams);
      await state.fileDoor;
      if (refuseUpload(state.fileAnswer, request, response)) return;
      endWith(response, 204);
      return state.take(file);
    }
    case 'GET /web/file':
      return serveUpload(state.files[Number(searchParams.get('id')) - 1], response);
    default:
      return endWith(response, 404);
  }
}

function open(opening: Opening, response: ServerResponse, state: PageState): void {
  state.opens.push(opening);
  if (opening.secret !== undefined && opening.secret !== state.secret) {
    endWith(response, 410);
    return;
  }
  if (opening.secret !== undefined && state.choice !== null && !opening.instead) {
    endWith(response, 409, { case: state.choice });
    return;
  }
  response.setHeader('Set-Cookie', `session=${state.session}; HttpOnly; SameSite=Strict; Path=/`);
  endWith(response, 204);
}

/** As a proxy does that has nothing behind it, and as our server does that has no room. */
function refuse(response: ServerResponse, as: 'behind-proxy' | 'full'): void {
  if (as === 'full') response.setHeader('Retry-After', '1');
  endWith(response, 503);
}

function stream(response: ServerResponse, from: { state: PageState; after: string | string[] | null }): void {
  response.setHeader('Content-Type', 'text/event-stream');
  response.setHeader('Cache-Control', 'no-store');
  // As the real one, but quick to come back.
  response.write('retry: 100\n\n');
  from.state.listen(response, Number(from.after ?? 0));
}

async function message(request: IncomingMessage, response: ServerResponse, state: PageState): Promise<void> {
  const sent = (await json(request)) as SentMessage;
  state.receive(sent);
  if (state.answer === 'gone') request.socket.destroy();
  else if (typeof state.answer === 'number') endWith(response, state.answer);
  else if (state.answer !== null) {
    response.setHeader('Retry-After', state.answer.retryAfter);
    endWith(response, state.answer.status);
  } else {
    state.react(sent);
    endWith(response, 204);
  }
}
