import { expect } from 'chai';
import { CASES, type DeskBrowser, startDesk, type TestDesk } from '../../support/httpDesk.ts';

const [CASE] = CASES;

describe('the cases of the desk', () => {
  let desk: TestDesk;
  let agent: DeskBrowser;
  beforeEach(async () => {
    desk = await startDesk();
    agent = await desk.agent();
  });
  afterEach(() => desk.close());

  for (const which of ['open', 'closed']) {
    it(`are listed: ${which}`, async () => {
      const response = await agent.get(`/desk/cases?which=${which}`);

      const { cases } = (await response.json()) as { cases: { id: string; title: string }[] };
      expect([response.status, response.headers.get('cache-control')]).to.deep.equal([200, 'no-store']);
      expect(cases.map(({ id, title }) => [id, title])).to.deep.equal(CASES.map((id) => [id, which]));
    });
  }

  for (const query of ['', '?which=', '?which=all', '?which=open%00', '?Which=open']) {
    it(`are not listed for "${query}"`, async () => {
      expect((await agent.get(`/desk/cases${query}`)).status).to.equal(400);
    });
  }

  it('are shown one by one', async () => {
    const found = await agent.get(`/desk/case?id=${CASE}`);
    const none = await agent.get('/desk/case?id=UN-NONE');
    const unnamed = await agent.get('/desk/case');

    const shown = { id: CASE, revision: 1, card: { type: 'AdaptiveCard' }, trail: [] };
    expect(await found.json()).to.deep.equal(shown);
    expect([none.status, unnamed.status]).to.deep.equal([404, 404]);
  });

  it('are hidden from whoever has no session', async () => {
    const paths = ['/desk/me', '/desk/cases?which=open', `/desk/case?id=${CASE}`, '/desk/events', '/desk/file?id=x'];
    const cookies = ['', `unstuck-desk=${'A'.repeat(22)}`, 'unstuck-desk=', agent.cookie().replace('-desk', '')];

    for (const cookie of cookies) {
      const statuses = [];
      for (const path of paths) statuses.push((await agent.get(path, { cookie })).status);
      expect(statuses, cookie).to.deep.equal(paths.map(() => 401));
    }
  });
});

describe('acting at the desk', () => {
  let desk: TestDesk;
  let agent: DeskBrowser;
  beforeEach(async () => {
    desk = await startDesk();
    agent = await desk.agent();
  });
  afterEach(() => desk.close());

  it('is done under the name of the session', async () => {
    const value = { verb: 'desk-claim', case: CASE, card: 'c' };

    const response = await agent.post('/desk/act', { id: 'd-1', case: CASE, value });

    const actor = { name: 'Ana', via: 'page', only: null };
    expect(await response.json()).to.deep.equal({ cards: [], said: 'done by Ana', show: null });
    expect(desk.desk.deeds).to.deep.equal([{ actor, delivery: 'd-1', case: CASE, value }]);
  });

  it('passes on what was typed, with or without a case', async () => {
    await agent.post('/desk/act', { id: 'd-1', case: null, text: 'cases' });
    await agent.post('/desk/act', { id: 'd-2', text: 'x'.repeat(20_000) });

    expect(desk.desk.deeds.map(({ case: caseId, text }) => [caseId, text?.length])).to.deep.equal([
      [null, 5],
      [null, 20_000],
    ]);
  });

  const bad: readonly (readonly [title: string, body: unknown])[] = [
    ['nothing done', { id: '1', case: CASE }],
    ['no id', { case: CASE, text: 'hi' }],
    ['an id that is none', { id: 'a:b', case: CASE, text: 'hi' }],
    ['a case that is none', { id: '1', case: 5, text: 'hi' }],
    ['20,001 characters', { id: '1', case: CASE, text: 'x'.repeat(20_001) }],
    ['a value that is a list', { id: '1', case: CASE, value: [] }],
    ['a name of one’s own', { id: '1', case: CASE, text: 'hi', name: 'Ben' }],
    ['an actor of one’s own', { id: '1', case: CASE, text: 'hi', actor: { name: 'Ben', via: 'page', only: null } }],
    ['a list', []],
  ];
  for (const [title, body] of bad) {
    it(`is refused: ${title}`, async () => {
      const response = await agent.post('/desk/act', body);

      expect([response.status, await response.text(), desk.desk.deeds]).to.deep.equal([400, '', []]);
    });
  }

  const posts = ['/desk/act', '/desk/leave', `/desk/file?case=${CASE}&name=a.png`];
  const strangers: readonly (readonly [title: string, status: number, headers: Record<string, string>])[] = [
    ['another site', 403, { origin: 'https://evil.example' }],
    ['no site', 403, { origin: '' }],
    ['the site in a frame', 403, { origin: 'null' }],
    ['nobody', 401, { cookie: '' }],
    ['a session that isn’t one', 401, { cookie: `unstuck-desk=${'A'.repeat(22)}` }],
    ['a request without the token', 403, { 'x-csrf-token': '' }],
    ['a token that is wrong', 403, { 'x-csrf-token': 'A'.repeat(22) }],
    ['a token that is cut off', 403, { 'x-csrf-token': 'A' }],
  ];
  for (const path of posts) {
    for (const [title, status, headers] of strangers) {
      it(`is refused with ${status} at ${path.split('?')[0]} to ${title}`, async () => {
        const response = path.includes('file')
          ? await agent.upload(path.split('?')[1] ?? '', Buffer.from('abc'), headers)
          : await agent.post(path, { id: '1', case: CASE, text: 'hi' }, headers);

        expect([response.status, await response.text()]).to.deep.equal([status, '']);
        expect([desk.desk.deeds, desk.desk.sent, desk.sessions.all.size]).to.deep.equal([[], [], 1]);
      });
    }
  }

  it('is refused with the token of another session', async () => {
    const other = await desk.agent('Ben');

    const response = await agent.post(
      '/desk/act',
      { id: '1', case: CASE, text: 'hi' },
      { 'x-csrf-token': other.csrf() },
    );

    expect([response.status, desk.desk.deeds]).to.deep.equal([403, []]);
  });

  it('is refused once the session is over', async () => {
    desk.clock.pass(8 * 60 * 60 * 1000);

    const response = await agent.post('/desk/act', { id: '1', case: CASE, text: 'hi' });

    expect([response.status, desk.desk.deeds]).to.deep.equal([401, []]);
  });

  it('is a bare 500 when the storage fails', async () => {
    desk.desk.act = () => Promise.reject(new Error('a secret of the disk'));

    const response = await agent.post('/desk/act', { id: '1', case: CASE, text: 'my words' });

    expect([response.status, await response.text()]).to.deep.equal([500, '']);
    expect(desk.logged.join()).not.to.match(/secret|my words/);
  });
});
