import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { securityHeaders } from '../../src/server/securityHeaders.ts';
import type { PageState, SentMessage } from './pageState.ts';

const PAGE = join(import.meta.dirname, '../../dist/web');
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html'],
  '/chat.js': ['chat.js', 'text/javascript'],
  '/chat.css': ['chat.css', 'text/css'],
};

/** Answers one request as the real server does, with its security headers. */
export async function answerPage(request: IncomingMessage, response: ServerResponse, state: PageState): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (state.away !== null && url.pathname.startsWith('/web/')) {
    if (state.away === 'unreachable') request.socket.destroy();
    else refuse(response, state.away);
    return;
  }
  const isKnown = request.headers.cookie?.includes(`session=${state.session}`) === true;
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /web/open':
      state.opened += 1;
      response.setHeader('Set-Cookie', `session=${state.session}; HttpOnly; SameSite=Strict; Path=/`);
      end(response, 204);
      break;
    case 'GET /web/events':
      if (isKnown)
        stream(response, { state, after: request.headers['last-event-id'] || url.searchParams.get('after') });
      else end(response, 401);
      break;
    case 'POST /web/messages':
      if (isKnown) await message(request, response, state);
      else end(response, 401);
      break;
    default:
      await file(url.pathname, response);
  }
}

/** As a proxy does that has nothing behind it, and as our server does that has no room. */
function refuse(response: ServerResponse, as: 'behind-proxy' | 'full'): void {
  if (as === 'full') response.setHeader('Retry-After', '1');
  end(response, 503);
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
  else if (typeof state.answer === 'number') end(response, state.answer);
  else if (state.answer !== null) {
    response.setHeader('Retry-After', state.answer.retryAfter);
    end(response, state.answer.status);
  } else {
    state.react(sent);
    end(response, 204);
  }
}

async function file(path: string, response: ServerResponse): Promise<void> {
  const [name, type] = FILES[path] ?? [];
  if (name === undefined) end(response, 404);
  else {
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    response.end(await readFile(join(PAGE, name)));
  }
}

/** restify, where a test has loaded it too, makes `writeHead` return nothing. */
function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
