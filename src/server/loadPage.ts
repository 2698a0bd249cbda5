import { createHash } from 'node:crypto';
import { readPageFile } from './readPageFile.ts';
import type { PlainRoute } from './route.ts';

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLES = 'text/css; charset=utf-8';

/** The files of a page, and where each is served. */
interface PageFile {
  readonly path: string;
  readonly file: string;
  readonly type: string;
}

const PAGES = {
  chat: [
    { path: '/', file: 'index.html', type: HTML },
    { path: '/chat.js', file: 'chat.js', type: SCRIPT },
    { path: '/chat.css', file: 'chat.css', type: STYLES },
  ],
  desk: [
    { path: '/desk', file: 'desk.html', type: HTML },
    { path: '/desk.js', file: 'desk.js', type: SCRIPT },
    { path: '/desk.css', file: 'desk.css', type: STYLES },
  ],
  notice: [{ path: '/notice.css', file: 'notice.css', type: STYLES }],
} as const satisfies Readonly<Record<string, readonly PageFile[]>>;

/**
 * The routes of a built web page, read into memory once: the chat, the desk, and what pages that say one thing look like.
 * Throws `config-invalid` when a file is missing, saying how to build it.
 */
export async function loadPage(folder: string, page: keyof typeof PAGES = 'chat'): Promise<readonly PlainRoute[]> {
  const pageFiles: readonly PageFile[] = PAGES[page];
  return Promise.all(pageFiles.map(async (each) => fileRoute(each, await readPageFile(folder, each.file))));
}

function fileRoute({ path, type }: PageFile, body: Buffer): PlainRoute {
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
