import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import { loadPage } from '../../src/server/loadPage.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';

const CONTENTS = { 'index.html': '<h1>é</h1>', 'chat.js': 'start();', 'chat.css': 'h1 {}' };
const NOTICE = { 'notice.css': 'h3 {}' };
const DESK = { 'desk.html': '<h2>é</h2>', 'desk.js': 'begin();', 'desk.css': 'h2 {}' };

describe('loadPage', () => {
  let folder = '';
  let server: TestServer | null = null;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-page-'));
    for (const [name, text] of Object.entries({ ...CONTENTS, ...DESK, ...NOTICE }))
      await writeFile(join(folder, name), text);
  });
  afterEach(async () => {
    await server?.close();
    server = null;
    await rm(folder, { recursive: true });
  });

  async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const pages = await Promise.all((['chat', 'desk', 'notice'] as const).map((page) => loadPage(folder, page)));
    server ??= await startServer({ routes: pages.flat() });
    return fetch(server.origin + path, { headers });
  }

  const table: readonly (readonly [path: string, type: string, text: string])[] = [
    ['/', 'text/html; charset=utf-8', CONTENTS['index.html']],
    ['/chat.js', 'text/javascript; charset=utf-8', CONTENTS['chat.js']],
    ['/chat.css', 'text/css; charset=utf-8', CONTENTS['chat.css']],
    ['/desk', 'text/html; charset=utf-8', DESK['desk.html']],
    ['/desk.js', 'text/javascript; charset=utf-8', DESK['desk.js']],
    ['/desk.css', 'text/css; charset=utf-8', DESK['desk.css']],
    ['/notice.css', 'text/css; charset=utf-8', NOTICE['notice.css']],
  ];
  for (const [path, type, text] of table) {
    it(`serves ${path}`, async () => {
      const response = await ask(path);

      expect([response.status, response.headers.get('content-type')]).to.deep.equal([200, type]);
      expect(await response.text()).to.equal(text);
    });
  }

  it('serves nothing else of the folder', async () => {
    await writeFile(join(folder, 'other.txt'), 'other');

    const statuses = [];
    for (const path of ['/other.txt', '/index.html', '/..%2fother.txt']) statuses.push((await ask(path)).status);

    expect(statuses).to.deep.equal([404, 404, 404]);
  });

  it('doesn’t send again what the browser has', async () => {
    const tag = (await ask('/')).headers.get('etag') ?? '';

    const same = await ask('/', { 'if-none-match': `"other", W/${tag}` });
    const other = await ask('/', { 'if-none-match': '"other"' });

    expect(tag).to.match(/^"[\w-]{22}"$/);
    expect([same.status, other.status]).to.deep.equal([304, 200]);
  });

  it('serves no desk where only the chat is asked for', async () => {
    server = await startServer({ routes: await loadPage(folder) });

    expect((await ask('/desk')).status).to.equal(404);
  });

  it('keeps serving what it was started with', async () => {
    await ask('/');
    await writeFile(join(folder, 'index.html'), 'changed');

    const response = await ask('/');

    expect(await response.text()).to.equal(CONTENTS['index.html']);
  });

  it('says how to build a page that is missing', async () => {
    await rm(join(folder, 'chat.css'));

    const refused = await loadPage(folder).catch((error: unknown) => error);

    expect(refused)
      .to.be.instanceOf(AppError)
      .with.property('message')
      .that.includes('chat.css')
      .and.includes('npm run build');
  });
});
