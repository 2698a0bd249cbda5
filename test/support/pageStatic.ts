import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../dist/web');
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html'],
  '/chat.js': ['chat.js', 'text/javascript'],
  '/chat.css': ['chat.css', 'text/css'],
  '/desk': ['desk.html', 'text/html'],
  '/desk.js': ['desk.js', 'text/javascript'],
  '/desk.css': ['desk.css', 'text/css'],
};

/** Answers with a file of the built pages, 404 where there is none. The link to a case leads to the chat. */
export async function serveBuilt(path: string, response: ServerResponse): Promise<void> {
  const [name, type] = FILES[path.startsWith('/c/') ? '/' : path] ?? [];
  if (name === undefined) endWith(response, 404);
  else {
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    response.end(await readFile(join(PAGE, name)));
  }
}

/** restify, where a test has loaded it too, makes `writeHead` return nothing. */
export function endWith(response: ServerResponse, status: number, body?: object): void {
  response.statusCode = status;
  if (body === undefined) response.end();
  else {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(body));
  }
}
