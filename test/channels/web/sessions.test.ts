import { expect } from 'chai';
import { isSessionId, newSessionId } from '../../../src/channels/web/sessionId.ts';
import { startWeb, type TestWeb } from '../../support/httpWeb.ts';

const HTTPS = 'https://unstuck.contoso.com';

describe('opening the page', () => {
  let web: TestWeb;
  beforeEach(async () => {
    web = await startWeb();
  });
  afterEach(() => web.close());

  it('gives a session that scripts can’t read and other sites can’t send', async () => {
    const response = await web.visitor().open();

    expect([response.status, await response.text()]).to.deep.equal([204, '']);
    expect(response.headers.get('set-cookie')).to.match(
      /^unstuck=[\w-]{22}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
    );
    expect(response.headers.get('cache-control')).to.equal('no-store');
  });

  it('takes a request without a body too', async () => {
    const response = await fetch(`${web.origin}/web/open`, { method: 'POST', headers: { origin: web.origin } });

    expect(response.status).to.equal(204);
  });

  it('keeps the session of a page that comes back, and lengthens it', async () => {
    const visitor = web.visitor();
    await visitor.open();
    const before = visitor.session();

    const response = await visitor.open();

    expect(visitor.session()).to.equal(before);
    expect(response.headers.get('set-cookie')).to.include('Max-Age=2592000');
    expect([...web.sessions.all.keys()]).to.deep.equal([before]);
  });

  it('notes that a session is in use when its page comes back, not when it is new', async () => {
    const visitor = web.visitor();
    await visitor.open();
    const whenNew = [...web.sessions.used];

    await visitor.open();

    expect(whenNew).to.deep.equal([]);
    expect([...web.sessions.used]).to.deep.equal([[visitor.session(), web.clock.now()]]);
  });

  const unknown: readonly (readonly [title: string, cookie: string])[] = [
    ['that we have not given out', `unstuck=${newSessionId()}`],
    ['that is none', 'unstuck=../../x'],
    ['that is empty', 'unstuck='],
    ['by another name', `unstuck2=${newSessionId()}; __Host-unstuck=${newSessionId()}`],
  ];
  for (const [title, cookie] of unknown) {
    it(`replaces a session ${title}`, async () => {
      const visitor = web.visitor();

      await visitor.open({ cookie });

      expect(cookie).not.to.include(visitor.session());
      expect(web.sessions.all.has(visitor.session())).to.equal(true);
    });
  }

  it('finds its cookie among others', async () => {
    const visitor = web.visitor();
    await visitor.open();
    const before = visitor.session();

    await visitor.open({ cookie: `a=b; unstuck=${before} ; c=d` });

    expect(visitor.session()).to.equal(before);
  });

  it('lets the bot greet', async () => {
    const visitor = web.visitor();
    await visitor.open();

    const stream = await visitor.events();

    expect(await stream.take(1)).to.deep.equal([{ type: 'message', from: { role: 'bot' }, text: 'Hello' }]);
    stream.close();
  });

  it('opens 30 sessions a minute for one address, and says how long to wait', async () => {
    const statuses = [];
    for (let nth = 1; nth <= 30; nth++) statuses.push((await web.visitor().open()).status);
    web.clock.pass(45_000);

    const tooMany = await web.visitor().open();

    expect(new Set(statuses)).to.deep.equal(new Set([204]));
    expect([tooMany.status, tooMany.headers.get('retry-after')]).to.deep.equal([429, '15']);
    expect(tooMany.headers.get('set-cookie')).to.equal(null);
    expect(web.sessions.all.size).to.equal(30);
  });

  it('lets in who has a session, and the next minute everybody', async () => {
    const known = web.visitor();
    await known.open();
    for (let nth = 2; nth <= 30; nth++) await web.visitor().open();

    const back = await known.open();
    const refused = await web.visitor().open();
    web.clock.pass(60_000);
    const later = await web.visitor().open();

    expect([back.status, refused.status, later.status]).to.deep.equal([204, 429, 204]);
  });
});

describe('a greeting that fails', () => {
  it('is logged and leaves the session', async () => {
    const web = await startWeb({ logic: () => Promise.reject(new Error('text of a person')) });
    const visitor = web.visitor();

    const response = await visitor.open();
    await web.close();

    expect(response.status).to.equal(204);
    expect(web.logged.join()).to.include('a turn failed').and.not.include('text of a person');
  });
});

describe('the origin of a request', () => {
  const requests: readonly (readonly [title: string, publicUrl: string | undefined, origin: string, status: number])[] =
    [
      ['of the page itself', undefined, 'own', 204],
      ['of the public page', HTTPS, HTTPS, 204],
      ['of another site', undefined, 'https://evil.example', 403],
      ['of another port', undefined, 'http://127.0.0.1:1', 403],
      ['of no site', undefined, 'null', 403],
      ['that isn’t named', undefined, '', 403],
      ['behind a proxy, where another address is public', HTTPS, 'own', 403],
      ['that only begins like ours', HTTPS, `${HTTPS}.evil.example`, 403],
      ['over http where https is public', HTTPS, 'http://unstuck.contoso.com', 403],
    ];
  for (const [title, publicUrl, origin, status] of requests) {
    it(`${title}: ${status}`, async () => {
      const web = await startWeb({ publicUrl });
      const headers = { origin: origin === 'own' ? web.origin : origin };

      const opened = await web.visitor().open(headers);
      const sent = await web.visitor().send({ id: 'a', text: 'hi' }, headers);
      await web.close();

      expect([opened.status, sent.status]).to.deep.equal([status, status === 204 ? 401 : 403]);
      expect(web.sessions.all.size).to.equal(status === 204 ? 1 : 0);
    });
  }
});

describe('a page over https', () => {
  it('gets a cookie that stays on https and on this host', async () => {
    const web = await startWeb({ publicUrl: HTTPS });

    const visitor = web.visitor();
    const response = await visitor.open({ origin: HTTPS });
    const again = await visitor.open({ origin: HTTPS });
    await web.close();

    expect(response.headers.get('set-cookie')).to.match(
      /^__Host-unstuck=[\w-]{22}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(again.headers.get('set-cookie')).to.equal(response.headers.get('set-cookie'));
  });
});

describe('newSessionId', () => {
  it('gives 22 characters that are never the same', () => {
    const ids = Array.from({ length: 1000 }, newSessionId);

    expect(new Set(ids).size).to.equal(1000);
    expect(ids.every(isSessionId)).to.equal(true);
  });
});
