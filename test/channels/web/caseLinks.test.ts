import { expect } from 'chai';
import { hashSecret } from '../../../src/channels/hashSecret.ts';
import { newSessionId } from '../../../src/channels/web/sessionId.ts';
import { type MemoryHelpdesk, memoryHelpdesk } from '../../support/httpHelpdesk.ts';
import { startWeb, type TestWeb, type Visitor } from '../../support/httpWeb.ts';

const CASE = 'UN-7K3Q-M2';

describe('the link to a case', () => {
  let helpdesk: MemoryHelpdesk;
  let web: TestWeb;
  let owner: Visitor;
  let secret: string;
  beforeEach(async () => {
    helpdesk = memoryHelpdesk();
    web = await startWeb({ helpdesk });
    owner = web.visitor();
    await owner.open();
    secret = helpdesk.open(CASE, `web:${owner.session()}`);
  });
  afterEach(() => web.close());

  it('looks for 60 answers a minute that a session tells to be read, and says when to come back', async () => {
    const told = await Promise.all(Array.from({ length: 60 }, () => owner.post('/web/read', { entry: 'e' })));

    const more = await owner.post('/web/read', { entry: 'e' });

    expect(new Set(told.map(({ status }) => status))).to.deep.equal(new Set([204]));
    expect([more.status, Number(more.headers.get('retry-after')) > 0]).to.deep.equal([429, true]);
    expect(helpdesk.read).to.have.length(60);
  });

  it('opens the same conversation on another device', async () => {
    const device = web.visitor();

    const response = await device.post('/web/open', { secret });

    expect([response.status, await response.text()]).to.deep.equal([204, '']);
    expect(device.session()).to.equal(owner.session());
    const stream = await device.events();
    expect(await stream.take(1)).to.deep.equal([{ type: 'message', from: { role: 'bot' }, text: 'Hello' }]);
    stream.close();
  });

  it('is looked up by its hash, which is all that is kept of it', async () => {
    await web.visitor().post('/web/open', { secret });

    expect(helpdesk.asked).to.deep.equal([hashSecret(secret)]);
    expect(hashSecret(secret)).not.to.include(secret);
  });

  it('opens it in place of a session in which nothing was said', async () => {
    const other = web.visitor();
    await other.open();

    const { status } = await other.post('/web/open', { secret });

    expect([status, other.session()]).to.deep.equal([204, owner.session()]);
  });

  it('asks before it takes the place of another conversation, and changes nothing until then', async () => {
    const other = web.visitor();
    await other.open();
    await other.says('1', 'hi');
    const before = other.session();
    const rows = async () => [await web.history.after(before, 0, 9), await web.history.after(owner.session(), 0, 9)];
    const [said, used] = [await rows(), [...web.sessions.used.keys()]];

    const asked = await other.post('/web/open', { secret });

    expect([asked.status, await asked.json()]).to.deep.equal([409, { case: CASE }]);
    expect([asked.headers.get('set-cookie'), asked.headers.get('cache-control')]).to.deep.equal([null, 'no-store']);
    expect([await rows(), [...web.sessions.used.keys()]]).to.deep.equal([said, used]);
    const { status } = await other.post('/web/open', { secret, instead: true });
    expect([status, other.session()]).to.deep.equal([204, owner.session()]);
  });

  it('opens at once in the browser whose conversation it is, whatever was said there', async () => {
    await owner.says('1', 'hi');

    const { status } = await owner.post('/web/open', { secret });

    expect(status).to.equal(204);
  });

  it('tells nothing of another conversation to a link that is over', async () => {
    const other = web.visitor();
    await other.open();
    await other.says('1', 'hi');

    const { status } = await other.post('/web/open', { secret: newSessionId() });

    expect(status).to.equal(410);
  });

  for (const bad of [{ instead: true }, { secret: 'x'.repeat(22), instead: false }, { instead: 'yes' }]) {
    it(`isn’t opened by ${JSON.stringify(bad)}`, async () => {
      expect((await web.visitor().post('/web/open', bad)).status).to.equal(400);
    });
  }

  it('is over once the helpdesk says so', async () => {
    helpdesk.forget(CASE);

    const after = await web.visitor().post('/web/open', { secret });

    expect([after.status, after.headers.get('set-cookie')]).to.deep.equal([410, null]);
  });

  it('opens a conversation whose session was forgotten meanwhile', async () => {
    const forgotten = newSessionId();
    const old = helpdesk.open('UN-OLD', `web:${forgotten}`);
    const device = web.visitor();

    const response = await device.post('/web/open', { secret: old });
    const sent = await device.says('1', 'hi');

    expect([response.status, device.session(), sent.status]).to.deep.equal([204, forgotten, 204]);
  });

  for (const [title, person] of [
    ['somebody in Teams', 'teams:tenant:aad'],
    ['what is no session', 'web:../../x'],
    ['nobody', ''],
  ] as const) {
    it(`is over when the case belongs to ${title}`, async () => {
      const response = await web.visitor().post('/web/open', { secret: helpdesk.open('UN-X', person) });

      expect([response.status, response.headers.get('set-cookie')]).to.deep.equal([410, null]);
    });
  }

  it('can’t be guessed, and guessing is stopped after 30 in a minute', async () => {
    const guesses = [];
    // One session of this address has been opened already.
    for (let nth = 2; nth <= 30; nth++)
      guesses.push((await web.visitor().post('/web/open', { secret: newSessionId() })).status);

    const stopped = await web.visitor().post('/web/open', { secret });

    expect(new Set(guesses)).to.deep.equal(new Set([410]));
    expect([stopped.status, stopped.headers.get('retry-after')]).to.deep.equal([429, '60']);
    expect(helpdesk.asked).to.have.lengthOf(29);
  });

  it('opens nothing for another site', async () => {
    const response = await web.visitor().post('/web/open', { secret }, { origin: 'https://evil.example' });

    expect([response.status, helpdesk.asked]).to.deep.equal([403, []]);
  });

  it('isn’t in the log', async () => {
    await web.visitor().post('/web/open', { secret });
    await web.visitor().post('/web/open', { secret: newSessionId() });

    expect(web.logged.join()).to.include('link-over').and.not.include(secret);
  });

  for (const bad of ['', 'x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}/`, 5, null, ['x']]) {
    it(`is refused as ${JSON.stringify(bad)}`, async () => {
      const response = await web.visitor().post('/web/open', { secret: bad });

      expect([response.status, response.headers.get('set-cookie')]).to.deep.equal([400, null]);
    });
  }
});

describe('making a link to a case', () => {
  let helpdesk: MemoryHelpdesk;
  let web: TestWeb;
  let owner: Visitor;
  beforeEach(async () => {
    helpdesk = memoryHelpdesk();
    web = await startWeb({ helpdesk });
    owner = web.visitor();
    await owner.open();
    helpdesk.open(CASE, `web:${owner.session()}`);
  });
  afterEach(() => web.close());

  it('gives one that opens it', async () => {
    const response = await owner.post('/web/link', { case: CASE });
    const { url } = (await response.json()) as { url: string };

    expect([response.status, response.headers.get('cache-control')]).to.deep.equal([200, 'no-store']);
    const device = web.visitor();
    await device.post('/web/open', { secret: url.split('/').at(-1) });
    expect(url).to.match(new RegExp(`^${web.origin}/c/[\\w-]{22}$`));
    expect(device.session()).to.equal(owner.session());
  });

  it('names the public address where there is one', async () => {
    const publicUrl = 'https://unstuck.contoso.com';
    const behind = await startWeb({ helpdesk, publicUrl });
    const visitor = behind.visitor();
    await visitor.open({ origin: publicUrl });
    helpdesk.open(CASE, `web:${visitor.session()}`);

    const response = await visitor.post('/web/link', { case: CASE }, { origin: publicUrl });
    await behind.close();

    expect(((await response.json()) as { url: string }).url).to.match(
      /^https:\/\/unstuck\.contoso\.com\/c\/[\w-]{22}$/,
    );
  });

  const refused: readonly (readonly [
    title: string,
    status: number,
    body: unknown,
    headers?: Record<string, string>,
  ])[] = [
    ['a case that isn’t there', 404, { case: 'UN-NONE' }],
    ['no case', 400, {}],
    ['an empty case', 400, { case: '' }],
    ['more than a case', 400, { case: CASE, session: 'x' }],
    ['another site', 403, { case: CASE }, { origin: 'https://evil.example' }],
    ['nobody', 401, { case: CASE }, { cookie: '' }],
    ['a session that isn’t one', 401, { case: CASE }, { cookie: `unstuck=${'A'.repeat(22)}` }],
  ];
  for (const [title, status, body, headers] of refused) {
    it(`is refused with ${status} to ${title}`, async () => {
      const response = await owner.post('/web/link', body, headers);

      expect([response.status, await response.text()]).to.deep.equal([status, '']);
    });
  }

  it('is refused for a case of somebody else', async () => {
    const other = web.visitor();
    await other.open();

    const response = await other.post('/web/link', { case: CASE });

    expect(response.status).to.equal(404);
  });

  it('is done ten times a minute for one session', async () => {
    const statuses = [];
    for (let nth = 1; nth <= 10; nth++) statuses.push((await owner.post('/web/link', { case: CASE })).status);

    const tooMany = await owner.post('/web/link', { case: CASE });

    expect(new Set(statuses)).to.deep.equal(new Set([200]));
    expect([tooMany.status, tooMany.headers.get('retry-after')]).to.deep.equal([429, '60']);
  });
});

describe('telling that an answer was read', () => {
  it('is passed on with the session that it is from', async () => {
    const helpdesk = memoryHelpdesk();
    const web = await startWeb({ helpdesk });
    const visitor = web.visitor();
    await visitor.open();

    const response = await visitor.post('/web/read', { entry: 'e1' });
    const refused = [
      await visitor.post('/web/read', { entry: '' }),
      await visitor.post('/web/read', { entry: 'e1', session: 'other' }),
      await visitor.post('/web/read', { entry: 'e1' }, { cookie: '' }),
      await visitor.post('/web/read', { entry: 'e1' }, { origin: 'null' }),
    ];
    await web.close();

    expect([response.status, helpdesk.read]).to.deep.equal([204, [`${visitor.session()} e1`]]);
    expect(refused.map(({ status }) => status)).to.deep.equal([400, 400, 401, 403]);
  });
});

describe('a page without a helpdesk', () => {
  it('has no links, no files and nothing to read', async () => {
    const web = await startWeb();
    const visitor = web.visitor();
    await visitor.open();

    const answers = [
      await visitor.post('/web/open', { secret: newSessionId() }),
      await visitor.post('/web/link', { case: CASE }),
      await visitor.post('/web/read', { entry: 'e1' }),
      await visitor.upload(Buffer.from('abc')),
      await visitor.get('/web/file?id=x'),
    ];
    await web.close();

    expect(answers.map(({ status }) => status)).to.deep.equal([410, 404, 404, 404, 404]);
  });
});
