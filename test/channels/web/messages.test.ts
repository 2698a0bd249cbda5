import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { startWeb, type TestWeb, type Visitor } from '../../support/httpWeb.ts';

describe('a message from the page', () => {
  let web: TestWeb;
  let visitor: Visitor;
  let turns: Activity[];
  beforeEach(async () => {
    turns = [];
    web = await startWeb({
      logic: async ({ activity }) => {
        turns.push(activity);
      },
    });
    visitor = web.visitor();
    await visitor.open();
  });
  afterEach(() => web.close());

  it('becomes an activity of the person’s session', async () => {
    const message = { id: 'abc-1', text: 'hi', value: { verb: 'start', card: 'c' }, replyTo: '7' };

    const response = await visitor.send(message);

    const session = visitor.session();
    expect([response.status, await response.text()]).to.deep.equal([204, '']);
    expect(turns.at(-1)).to.deep.equal({
      type: 'message',
      id: 'abc-1',
      channelId: 'web',
      serviceUrl: 'urn:web',
      timestamp: web.clock.now(),
      conversation: { id: session, name: '', isGroup: false, conversationType: 'personal' },
      from: { id: `web:${session}`, name: '', role: 'user' },
      recipient: { id: 'unstuck', name: 'Unstuck', role: 'bot' },
      text: 'hi',
      value: { verb: 'start', card: 'c' },
      replyToId: '7',
    });
  });

  it('is told apart from the opening of the page', () => {
    const [opening] = turns;

    expect(opening?.type).to.equal('conversationUpdate');
    expect(opening?.membersAdded?.map(({ id }) => id)).to.deep.equal([`web:${visitor.session()}`]);
    expect(opening?.id).to.match(/^[\w-]{22}$/);
  });

  const good: readonly (readonly [title: string, body: object])[] = [
    ['a text', { id: '1', text: 'hi' }],
    ['an empty text', { id: '1', text: '' }],
    ['only emoji', { id: '1', text: '🙃🙃' }],
    ['20,000 characters', { id: '1', text: 'x'.repeat(20_000) }],
    ['a click', { id: '1', value: {} }],
    ['a long id', { id: 'x'.repeat(64), text: 'hi' }],
  ];
  for (const [title, body] of good) {
    it(`is taken: ${title}`, async () => {
      const response = await visitor.send(body);

      expect(response.status).to.equal(204);
      expect(turns).to.have.lengthOf(2);
    });
  }

  const bad: readonly (readonly [title: string, body: unknown])[] = [
    ['nothing said', { id: '1' }],
    ['no id', { text: 'hi' }],
    ['an empty id', { id: '', text: 'hi' }],
    ['an id that is too long', { id: 'x'.repeat(65), text: 'hi' }],
    ['an id with other characters', { id: 'a:b', text: 'hi' }],
    ['an id that is a number', { id: 1, text: 'hi' }],
    ['20,001 characters', { id: '1', text: 'x'.repeat(20_001) }],
    ['a text that isn’t one', { id: '1', text: { a: 1 } }],
    ['null for a text', { id: '1', text: null }],
    ['a value that is a text', { id: '1', value: 'start' }],
    ['a value that is a list', { id: '1', value: [] }],
    ['an empty reply', { id: '1', text: 'hi', replyTo: '' }],
    ['a long reply', { id: '1', text: 'hi', replyTo: 'x'.repeat(65) }],
    ['more than it may have', { id: '1', text: 'hi', from: { id: 'web:other' } }],
    ['an activity', { type: 'message', id: '1', text: 'hi' }],
    ['{"type":123}', { type: 123 }],
    ['nothing', {}],
    ['a list', []],
    ['null', null],
  ];
  for (const [title, body] of bad) {
    it(`is refused: ${title}`, async () => {
      const response = await visitor.send(body);

      expect([response.status, await response.text()]).to.deep.equal([400, '']);
      expect(turns).to.have.lengthOf(1);
    });
  }

  it('is refused without a session, with somebody else’s guess and after the session is gone', async () => {
    const none = await visitor.send({ id: '1', text: 'hi' }, { cookie: '' });
    const guess = await visitor.send({ id: '1', text: 'hi' }, { cookie: `unstuck=${'A'.repeat(22)}` });

    expect([none.status, guess.status]).to.deep.equal([401, 401]);
    expect(turns).to.have.lengthOf(1);
  });
});

describe('a turn that fails', () => {
  const failing = async ({ activity }: { activity: Activity }) => {
    if (activity.type === 'message') throw new Error('text of a person');
  };

  it('is answered with a bare 500 and logged without a word of it', async () => {
    const web = await startWeb({ logic: failing });
    const visitor = web.visitor();
    await visitor.open();

    const response = await visitor.says('1', 'my secret');
    await web.close();

    expect([response.status, await response.text()]).to.deep.equal([500, '']);
    expect(web.logged.join()).to.include('a turn failed');
    expect(web.logged.join()).not.to.match(/person|secret/);
    expect(web.logged.join()).not.to.include(visitor.session());
  });

  it('is told to the person by the adapter’s onTurnError', async () => {
    const web = await startWeb({ logic: failing });
    web.channel.adapter.onTurnError = async (context) => {
      await context.sendActivity('Something went wrong');
    };
    const visitor = web.visitor();
    await visitor.open();
    const stream = await visitor.events();

    const response = await visitor.says('1', 'hi');
    const told = await stream.take(1);
    stream.close();
    await web.close();

    expect(response.status).to.equal(204);
    expect(told).to.deep.equal([{ type: 'message', from: { role: 'bot' }, text: 'Something went wrong' }]);
  });

  it('is a 500 when the storage fails', async () => {
    const sessions = {
      create: async () => undefined,
      exists: () => Promise.reject(new Error('disk')),
      use: async () => undefined,
    };
    const web = await startWeb({ sessions });

    const response = await web
      .visitor()
      .says('1', 'hi')
      .catch(() => null);
    const withCookie = await web.visitor().send({ id: '1', text: 'hi' }, { cookie: `unstuck=${'A'.repeat(22)}` });
    await web.close();

    expect([response?.status, withCookie.status]).to.deep.equal([401, 500]);
  });
});
