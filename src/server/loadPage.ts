import { createHash } from 'node:crypto';
import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { PlainRoute } from './route.ts';

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLES = 'text/css; charset=utf-8';

/** The files of a page, and where each is served. */
interface PageFile {
  readonly path: string;
  readonly file: string;
  readonly type: string;
  /** The address holds a secret: nobody on the way keeps the answer, and no search engine lists it. */
  readonly isSecret?: true;
}

const PAGES = {
  chat: [
    { path: '/', file: 'index.html', type: HTML },
    { path: '/c/:secret', file: 'index.html', type: HTML, isSecret: true },
    { path: '/chat.js', file: 'chat.js', type: SCRIPT },
    { path: '/chat.css', file: 'chat.css', type: STYLES },
  ],
  desk: [
    { path: '/desk', file: 'desk.html', type: HTML },
    { path: '/desk.js', file: 'desk.js', type: SCRIPT },
    { path: '/desk.css', file: 'desk.css', type: STYLES },
  ],
} as const satisfies Readonly<Record<string, readonly PageFile[]>>;

/**
 * The routes of a built web page, the chat or the desk, read into memory once.
 * Throws `config-invalid` when a file is missing, saying how to build it.
 */
export async function loadPage(folder: string, page: keyof typeof PAGES = 'chat'): Promise<readonly PlainRoute[]> {
  const pageFiles: readonly PageFile[] = PAGES[page];
  return Promise.all(pageFiles.map(async (each) => fileRoute(each, await read(folder, each.file))));
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

function fileRoute({ path, type, isSecret }: PageFile, body: Buffer): PlainRoute {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // Asked for anew each time, and answered with "unchanged": a page never runs with a script of another version.
  const common: Readonly<Record<string, string>> = isSecret
    ? { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
    : { ETag: tag, 'Cache-Control': 'no-cache' };
  return {
    method: 'GET',
    path,
    body: 'none',
    answer: async ({ header }) => {
      if (!isSecret && namesTag(header('if-none-match'), tag)) return { status: 304, headers: common };
      return { status: 200, headers: { ...common, 'Content-Type': type, 'Content-Length': String(body.length) }, body };
    },
  };
}

function namesTag(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag);
}
