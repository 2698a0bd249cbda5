import { expect } from 'chai';
import { CASE_LINK_LASTS, createCaseLinkSigner } from '../../../src/channels/desk/signCaseLink.ts';
import { hashSecret } from '../../../src/channels/hashSecret.ts';
import { newSessionId } from '../../../src/channels/web/sessionId.ts';
import { CASES, startDesk, type TestDesk, TOKEN } from '../../support/httpDesk.ts';

const HOURS = 60 * 60 * 1000;
const START = newSessionId();
const HTTPS = 'https://unstuck.contoso.com';

describe('signing in at the desk', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await startDesk({ startToken: START });
  });
  afterEach(() => desk.close());

  it('gives a session that scripts can’t read and other sites can’t send, and a token against them', async () => {
    const response = await desk.browser().open({ token: TOKEN, name: 'Ana' });

    const { csrf, ...me } = (await response.json()) as { csrf: string };
    expect(response.status).to.equal(200);
    expect(response.headers.get('set-cookie')).to.match(
      /^unstuck-desk=[\w-]{22}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/,
    );
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(csrf).to.match(/^[\w-]{22}$/);
    expect(me).to.deep.equal({ name: 'Ana', via: 'page', only: null, expiresAt: '2026-01-15T20:00:00.000Z' });
  });

  it('is remembered by a hash, from which nobody gets back to the cookie', async () => {
    const agent = await desk.agent();

    const [hash = ''] = [...desk.sessions.all.keys()];
    expect(hash).to.equal(hashSecret(agent.cookie().split('=')[1] ?? ''));
    expect(agent.cookie()).not.to.include(hash);
  });

  it('says who it is as long as the session lasts', async () => {
    const agent = await desk.agent();

    const me = await agent.get('/desk/me');
    desk.clock.pass(8 * HOURS - 1);
    const late = await agent.get('/desk/me');
    desk.clock.pass(1);
    const over = await agent.get('/desk/me');

    expect((await me.json()) as object).to.deep.include({ name: 'Ana', csrf: agent.csrf() });
    expect([late.status, over.status]).to.deep.equal([200, 401]);
  });

  it('takes the token of the start once', async () => {
    const first = await desk.browser().open({ token: START, name: 'Ana' });
    const second = await desk.browser().open({ token: START, name: 'Ben' });
    const other = await desk.browser().open({ token: TOKEN, name: 'Ben' });

    expect([first.status, second.status, other.status]).to.deep.equal([200, 401, 200]);
  });

  it('doesn’t use up the token of the start for a name that isn’t one, or when the session can’t be kept', async () => {
    const { create } = desk.sessions;
    const badName = await desk.browser().open({ token: START, name: ' ' });
    desk.sessions.create = () => Promise.reject(new Error('disk'));
    const failed = await desk.browser().open({ token: START, name: 'Ana' });
    desk.sessions.create = create;

    const after = await desk.browser().open({ token: START, name: 'Ana' });

    expect([badName.status, failed.status, after.status]).to.deep.equal([400, 500, 200]);
  });

  it('ends the session that this browser had', async () => {
    const agent = await desk.agent('Ana');
    const before = agent.cookie();

    await agent.open({ token: TOKEN, name: 'Ben' });

    expect((await agent.get('/desk/me', { cookie: before })).status).to.equal(401);
    expect(desk.sessions.all.size).to.equal(1);
  });

  const wrong: readonly (readonly [title: string, body: unknown, status: number])[] = [
    ['another token', { token: `${TOKEN}x`, name: 'Ana' }, 401],
    ['the beginning of the token', { token: TOKEN.slice(0, -1), name: 'Ana' }, 401],
    ['a link that isn’t ours', { link: 'e30.x', name: 'Ana' }, 401],
    ['an empty token', { token: '', name: 'Ana' }, 400],
    ['a token that is none', { token: 5, name: 'Ana' }, 400],
    ['neither token nor link', { name: 'Ana' }, 400],
    ['both token and link', { token: TOKEN, link: 'x', name: 'Ana' }, 400],
    ['no name', { token: TOKEN }, 400],
    ['a name of nothing that is seen', { token: TOKEN, name: ' \u200b\u202e\t' }, 400],
    ['a name of 61 characters', { token: TOKEN, name: 'x'.repeat(61) }, 400],
    ['more than it may have', { token: TOKEN, name: 'Ana', via: 'page', only: null }, 400],
    ['a list', [TOKEN], 400],
  ];
  for (const [title, body, status] of wrong) {
    it(`is refused with ${status} to ${title}`, async () => {
      const response = await desk.browser().open(body);

      expect([response.status, await response.text(), response.headers.get('set-cookie')]).to.deep.equal([
        status,
        '',
        null,
      ]);
      expect(desk.sessions.all.size).to.equal(0);
    });
  }

  const names: readonly (readonly [given: string, shown: string])[] = [
    ['  Ana  \t María ', 'Ana María'],
    ['Ana\u202e\u0000\u200b', 'Ana'],
    ['Ana\nfrom IT', 'Ana from IT'],
    ['🙂'.repeat(60), '🙂'.repeat(60)],
    ['<b>Ana</b>', '<b>Ana</b>'],
  ];
  for (const [given, shown] of names) {
    it(`takes ${JSON.stringify(given).slice(0, 24)} as one plain line`, async () => {
      const response = await desk.browser().open({ token: TOKEN, name: given });

      expect(((await response.json()) as { name: string }).name).to.equal(shown);
    });
  }

  for (const origin of ['https://evil.example', 'null', '']) {
    it(`is refused to ${origin || 'no site'}, with the right token`, async () => {
      const response = await desk.browser().open({ token: TOKEN, name: 'Ana' }, { origin });

      expect([response.status, desk.sessions.all.size]).to.deep.equal([403, 0]);
    });
  }

  it('may be tried ten times a minute: then not even the right token is looked at', async () => {
    const statuses = [];
    for (let nth = 1; nth <= 10; nth++) {
      statuses.push((await desk.browser().open({ token: `guess ${nth}`, name: 'Ana' })).status);
      desk.clock.pass(1_000);
    }

    const right = await desk.browser().open({ token: TOKEN, name: 'Ana' });
    desk.clock.pass(50_000);
    const later = await desk.browser().open({ token: TOKEN, name: 'Ana' });

    expect(new Set(statuses)).to.deep.equal(new Set([401]));
    expect([right.status, right.headers.get('retry-after')]).to.deep.equal([429, '50']);
    expect(later.status).to.equal(200);
  });

  it('is counted by address before anything else is looked at', async () => {
    const waits = Array.from({ length: 241 }, () => desk.channel.wait('192.0.2.1'));

    expect([waits[239], waits[240], desk.channel.wait('192.0.2.2')]).to.deep.equal([0, 1, 0]);
  });

  it('writes no token and no name into the log', async () => {
    await desk.browser().open({ token: 'my-guess', name: 'Annabel' });
    await desk.agent('Annabel');

    expect(desk.logged.join()).to.include('wrong-token');
    expect(desk.logged.join()).not.to.match(/my-guess|Annabel|a-token/);
  });
});

describe('a desk without a token', () => {
  for (const token of ['', 'null', 'undefined']) {
    it(`lets nobody in, not even as "${token}"`, async () => {
      const desk = await startDesk({ token: null });

      const response = await desk.browser().open({ token, name: 'Ana' });
      await desk.close();

      expect(response.status).to.be.oneOf([400, 401]);
      expect(desk.sessions.all.size).to.equal(0);
    });
  }
});

describe('a signed link', () => {
  const signer = createCaseLinkSigner('key');
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await startDesk({ links: signer });
  });
  afterEach(() => desk.close());
  const linkTo = (id: string) => signer.sign(id, 'desk', new Date(desk.clock.now().getTime() + CASE_LINK_LASTS));

  it('lets somebody in to one case under the name that they choose', async () => {
    const response = await desk.browser().open({ link: linkTo(CASES[0]), name: 'Ana' });

    expect((await response.json()) as object).to.include({ name: 'Ana', via: 'link', only: CASES[0] });
  });

  it('is over after eight hours', async () => {
    const link = linkTo(CASES[0]);
    desk.clock.pass(CASE_LINK_LASTS);

    const response = await desk.browser().open({ link, name: 'Ana' });

    expect(response.status).to.equal(401);
  });

  it('lets nobody stay longer than it is good itself, however late they come by it', async () => {
    const [link, agent] = [linkTo(CASES[0]), desk.browser()];
    desk.clock.pass(7 * HOURS);
    const opened = await agent.open({ link, name: 'Ana' });

    desk.clock.pass(1 * HOURS - 1);
    const last = await agent.get('/desk/me');
    desk.clock.pass(1);
    const after = await agent.get('/desk/me');

    expect((await opened.json()) as object).to.include({ expiresAt: '2026-01-15T20:00:00.000Z' });
    expect([last.status, after.status]).to.deep.equal([200, 401]);
  });

  it('opens nothing where the case isn’t its desk’s any more, and says so apart', async () => {
    const response = await desk.browser().open({ link: linkTo('UN-GONE-XX'), name: 'Ana' });

    expect([response.status, response.headers.get('set-cookie'), desk.sessions.all.size]).to.deep.equal([410, null, 0]);
  });

  it('shows nothing but its case', async () => {
    const agent = desk.browser();
    await agent.open({ link: linkTo(CASES[0]), name: 'Ana' });
    const act = (body: object) => agent.post('/desk/act', { id: '1', ...body });
    const other = CASES[1];

    const list = (await (await agent.get('/desk/cases?which=open')).json()) as { cases: { id: string }[] };
    const own = [await agent.get(`/desk/case?id=${CASES[0]}`), await act({ case: CASES[0], text: 'hi' })];
    const others = [
      await agent.get(`/desk/case?id=${other}`),
      await agent.get(`/desk/case?id=${other.toLowerCase()}`),
      await act({ case: other, text: 'reply hi' }),
      await act({ case: CASES[0], value: { verb: 'desk-claim', case: other } }),
      await act({ text: 'cases' }),
      await act({ case: null, value: { verb: 'desk-cases', which: 'open' } }),
      await agent.upload(`case=${other}&name=a.png`, Buffer.from('abc')),
    ];

    expect(list.cases.map(({ id }) => id)).to.deep.equal([CASES[0]]);
    expect(own.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(others.map(({ status }) => status)).to.deep.equal(others.map(() => 404));
    expect(desk.desk.deeds).to.have.lengthOf(1);
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie away', async () => {
    const desk = await startDesk();
    const agent = await desk.agent();

    const response = await agent.post('/desk/leave', {});
    const after = await agent.get('/desk/me');
    await desk.close();

    expect([response.status, after.status, desk.sessions.all.size]).to.deep.equal([204, 401, 0]);
    expect(response.headers.get('set-cookie')).to.match(
      /^unstuck-desk=; Path=\/; Max-Age=0; HttpOnly; SameSite=Strict$/,
    );
  });
});

describe('the desk over https', () => {
  it('has a cookie that stays on https and on this host', async () => {
    const desk = await startDesk({ publicUrl: HTTPS });

    const response = await desk.browser().open({ token: TOKEN, name: 'Ana' }, { origin: HTTPS });
    await desk.close();

    expect(response.headers.get('set-cookie')).to.match(
      /^__Host-unstuck-desk=[\w-]{22}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/,
    );
  });
});
