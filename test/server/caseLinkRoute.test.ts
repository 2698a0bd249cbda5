import { expect } from 'chai';
import { newSessionId } from '../../src/channels/web/sessionId.ts';
import { caseLinkRoute } from '../../src/server/caseLinkRoute.ts';
import { memoryHelpdesk } from '../support/httpHelpdesk.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';
import { startWeb, type TestWeb } from '../support/httpWeb.ts';

const PAGES = { chat: Buffer.from('<h1>chat é</h1>'), over: Buffer.from('<h1>it doesn’t work</h1>') };
const CASE = 'UN-7K3Q-M2';

describe('where a guest’s link leads', () => {
  const helpdesk = memoryHelpdesk();
  let web: TestWeb;
  let server: TestServer;
  let secret: string;
  beforeEach(async () => {
    web = await startWeb({ helpdesk });
    server = await startServer({ routes: [caseLinkRoute(web.channel, PAGES)] });
    secret = helpdesk.open(CASE, `web:${newSessionId()}`);
  });
  afterEach(async () => {
    await server.close();
    await web.close();
  });

  const ask = async (path: string, method = 'GET') => {
    const response = await fetch(server.origin + path, { method });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };

  it('is the chat where it works, which nobody keeps or lists', async () => {
    const { status, headers, body } = await ask(`/c/${secret}`);

    expect([status, body]).to.deep.equal([200, String(PAGES.chat)]);
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).to.deep.equal(['no-store', 'noindex']);
    expect([headers.get('etag'), headers.get('set-cookie')]).to.deep.equal([null, null]);
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
  });

  it('only looks, however often it is fetched', async () => {
    await ask(`/c/${secret}`);
    await ask(`/c/${secret}`, 'HEAD');

    expect([web.sessions.all.size, web.sessions.used.size]).to.deep.equal([0, 0]);
  });

  it('is the same page for a link that is over and for one that never was', async () => {
    helpdesk.forget(CASE);

    const [over, never] = [await ask(`/c/${secret}`), await ask(`/c/${newSessionId()}`)];

    expect([over.status, over.body]).to.deep.equal([410, String(PAGES.over)]);
    const told = ({ headers, ...rest }: typeof over) => ({
      ...rest,
      headers: [...headers].filter(([name]) => name !== 'date'),
    });
    expect(told(never)).to.deep.equal(told(over));
    expect(over.headers.get('content-security-policy')).to.include("default-src 'none'");
    expect(over.headers.get('cache-control')).to.equal('no-store');
  });

  for (const rest of [
    '',
    'x',
    'Ab0_-Ab0_-Ab0_-Ab0_-A',
    'Ab0_-Ab0_-Ab0_-Ab0_-Abx',
    'Ab0_-Ab0_-Ab0_-Ab0_-Ab.',
    'Ab0_?utm=1',
    '%2f',
  ]) {
    it(`is that page, too, where it was cut off or changed: /c/${rest}`, async () => {
      const { status, headers, body } = await ask(`/c/${rest}`);

      expect([status, body]).to.deep.equal([404, String(PAGES.over)]);
      expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).to.include("default-src 'none'");
    });
  }

  it('is nowhere for what is no such link', async () => {
    const [below, beside, posted] = [await ask('/cx'), await ask('/x'), await ask('/c/x', 'POST')];

    expect([below, beside, posted].map(({ status, body }) => [status, body])).to.deep.equal(Array(3).fill([404, '']));
  });

  it('may be tried 30 times a minute from one address', async () => {
    for (let nth = 1; nth <= 30; nth++) await ask(`/c/${newSessionId()}`);

    const { status, headers } = await ask(`/c/${secret}`);

    expect([status, headers.get('retry-after')]).to.deep.equal([429, '60']);
  });

  it('is the chat while it can’t be told, which goes on trying', async () => {
    const links = { find: () => Promise.reject(new Error('the disk')) };
    const broken = await startWeb({ helpdesk: { ...helpdesk, links } });
    const { status } = await broken.channel.lookAtLink(secret, '192.0.2.1');
    await broken.close();

    expect(status).to.equal(200);
    expect(broken.logged.join()).to.include('a link could not be looked at').and.not.include(secret);
  });
});
