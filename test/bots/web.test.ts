import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { openEventStream } from '../support/eventStream.ts';
import { type Visitor, visitorOf } from '../support/httpWeb.ts';
import { readCard } from '../support/readCard.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';

interface Row {
  readonly type: string;
  readonly from?: { readonly role: string };
  readonly text?: string;
  readonly channelData?: { readonly clientId: string };
}

describe('the bot on the web page', () => {
  let bot: TestBot;
  let visitor: Visitor;

  before(async () => {
    bot = await startTestBot({ GREET: 'first-message' });
  });
  beforeEach(() => {
    visitor = visitorOf(bot.origin());
  });
  after(() => bot.stop());

  /** Everything that was said so far, as a page that is opened anew gets it. */
  const history = async (count: number): Promise<Row[]> => {
    const stream = await openEventStream(`${bot.origin()}/web/events?after=0`, { cookie: visitor.cookie() });
    const rows = await stream.take(count);
    stream.close();
    return rows as Row[];
  };
  const titles = (rows: readonly Row[]) =>
    rows.map((row) => (row.from?.role === 'bot' ? readCard({ ...row }, '').title : `${row.type}: ${row.text ?? ''}`));

  it('greets whoever opens the page, once, however often they open it', async () => {
    await visitor.open();
    await visitor.open();
    await visitor.says('a', 'start');

    const rows = await history(3);

    expect(titles(rows)).to.deep.equal(['Can’t join a meeting?', 'message: start', 'How many people can’t join?']);
  });

  it('keeps what was typed, under the id that the page gave it', async () => {
    await visitor.open();
    await visitor.says('my-id', 'start');

    const [, typed] = await history(3);

    expect(typed).to.deep.equal({
      type: 'message',
      from: { role: 'user' },
      text: 'start',
      channelData: { clientId: 'my-id' },
    });
  });

  it('takes a message that comes again once', async () => {
    await visitor.open();
    for (const text of ['start', 'start', 'start']) await visitor.says('same', text);
    await visitor.says('next', 'just me');

    const rows = await history(5);

    expect(titles(rows).at(-1)).to.include('Inside or outside');
  });

  it('doesn’t keep a join link as it was typed', async () => {
    await visitor.open();
    await visitor.says('link', 'here: https://meet.contoso.com/jdoe/SECRET?p=42');

    const rows = await history(3);

    expect(titles(rows)).to.deep.equal([
      'Can’t join a meeting?',
      'message: here: (a join link)',
      'Your link for the browser',
    ]);
  });

  it('answers 20 messages that come at once, one after another', async () => {
    await visitor.open();

    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.says(randomUUID(), 'help')));
    const rows = await history(41);

    expect(answers.map(({ status }) => status)).to.deep.equal(Array.from({ length: 20 }, () => 204));
    expect(rows.filter(({ from }) => from?.role === 'user')).to.have.length(20);
  });

  it('shows nobody another person’s chat', async () => {
    const other = visitorOf(bot.origin());
    await visitor.open();
    await other.open();
    await visitor.says('a', 'start');
    await other.says('b', 'cancel');

    const rows = await history(3);

    expect(titles(rows)).to.not.include('Stopped');
  });
});
