import { createHash } from 'node:crypto';
import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { Route } from './route.ts';

const FILES = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/chat.js', file: 'chat.js', type: 'text/javascript; charset=utf-8' },
  { path: '/chat.css', file: 'chat.css', type: 'text/css; charset=utf-8' },
] as const;

/**
 * The routes of the built web page, read into memory once.
 * Throws `config-invalid` when a file is missing, saying how to build it.
 */
export async function loadPage(folder: string): Promise<readonly Route[]> {
  return Promise.all(FILES.map(async ({ path, file, type }) => fileRoute(path, type, await read(folder, file))));
}

async function read(folder: string, file: string): Promise<Buffer> {
  try {
    return await files.readFile(join(folder, file));
  } catch (cause) {
    throw new AppError('config-invalid', `the web page is not built (${file} is missing): run npm run build`, {
      cause,
    });
  }
}

function fileRoute(path: string, type: string, body: Buffer): Route {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // Asked for anew each time, and answered with "unchanged": a page never runs with a script of another version.
  const common = { ETag: tag, 'Cache-Control': 'no-cache' };
  return {
    method: 'GET',
    path,
    body: 'none',
    answer: async ({ header }) => {
      if (namesTag(header('if-none-match'), tag)) return { status: 304, headers: common };
      return { status: 200, headers: { ...common, 'Content-Type': type, 'Content-Length': String(body.length) }, body };
    },
  };
}

function namesTag(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag);
}
