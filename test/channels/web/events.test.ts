import { expect } from 'chai';
import { startWeb, type TestWeb, type Visitor } from '../../support/httpWeb.ts';

const said = (text: string) => ({ type: 'message', from: { role: 'bot' }, text });

describe('the event stream', () => {
  let web: TestWeb;
  let visitor: Visitor;
  beforeEach(async () => {
    web = await startWeb();
    visitor = web.visitor();
    await visitor.open();
  });
  afterEach(() => web.close());

  it('is one that nobody on the way keeps or holds back', async () => {
    const stream = await visitor.events();
    const first = await stream.next();

    expect(stream.status).to.equal(200);
    expect(stream.headers.get('content-type')).to.equal('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).to.equal('no-store');
    expect(stream.headers.get('x-accel-buffering')).to.equal('no');
    expect(stream.retry()).to.equal(2000);
    expect(first).to.deep.equal({ id: '1', event: undefined, data: JSON.stringify(said('Hello')) });
    stream.close();
  });

  it('brings everything that was said, in its order', async () => {
    for (let nth = 1; nth <= 120; nth++) await web.history.append(visitor.session(), [said(String(nth))], new Date());

    const stream = await visitor.events();
    const all = await stream.take(121);

    expect(all).to.deep.equal([said('Hello'), ...Array.from({ length: 120 }, (_, at) => said(String(at + 1)))]);
    stream.close();
  });

  it('brings what is said from then on, without waiting for the clock', async () => {
    const stream = await visitor.events();
    await stream.take(1);

    await visitor.says('1', 'one');
    await visitor.says('2', 'two');

    expect(await stream.take(2)).to.deep.equal([said('You said one'), said('You said two')]);
    stream.close();
  });

  it('brings what another process has written, within a second', async () => {
    const stream = await visitor.events();
    await stream.take(1);
    await web.history.append(visitor.session(), [said('from elsewhere')], new Date());

    web.clock.pass(1000);

    expect(await stream.take(1)).to.deep.equal([said('from elsewhere')]);
    stream.close();
  });

  it('goes on after the last event that the page has seen', async () => {
    await visitor.says('1', 'one');
    await visitor.says('2', 'two');
    const first = await visitor.events();
    await first.take(2);
    first.close();

    const byHeader = await visitor.events('', { 'last-event-id': '2' });
    const byQuery = await visitor.events('?after=1');
    const byBoth = await visitor.events('?after=1', { 'last-event-id': '2' });

    expect((await byHeader.next()).id).to.equal('3');
    expect((await byQuery.next()).id).to.equal('2');
    expect((await byBoth.next()).id).to.equal('3');
  });

  it('survives an end in the middle without a gap or a repeat', async () => {
    const seen: unknown[] = [];
    let last = '0';
    for (let nth = 1; nth <= 5; nth++) {
      await visitor.says(String(nth), `${nth}`);
      const stream = await visitor.events('', { 'last-event-id': last });
      const event = await stream.next();
      seen.push(JSON.parse(event.data));
      last = event.id ?? '';
      stream.close();
    }

    expect(seen).to.deep.equal([said('Hello'), ...[1, 2, 3, 4].map((nth) => said(`You said ${nth}`))]);
  });

  for (const bad of ['-1', '1.5', 'x', '99999999999999999999']) {
    it(`refuses to go on after "${bad}"`, async () => {
      const header = await visitor.events('', { 'last-event-id': bad });
      const query = await visitor.events(`?after=${bad}`);

      expect([header.status, query.status]).to.deep.equal([400, 400]);
    });
  }

  it('is refused without a session', async () => {
    const none = await visitor.events('', { cookie: '' });
    const guess = await visitor.events('', { cookie: `unstuck=${'A'.repeat(22)}` });

    expect([none.status, guess.status, web.channel.pages()]).to.deep.equal([401, 401, 0]);
  });

  it('brings the same to two tabs, and nothing to another person', async () => {
    const other = web.visitor();
    await other.open();
    const [one, two, theirs] = [await visitor.events(), await visitor.events(), await other.events()];

    await visitor.says('1', 'mine');
    await other.says('1', 'theirs');

    const mine = [said('Hello'), said('You said mine')];
    expect(await one.take(2)).to.deep.equal(mine);
    expect(await two.take(2)).to.deep.equal(mine);
    expect(await theirs.take(2)).to.deep.equal([said('Hello'), said('You said theirs')]);
  });

  it('never shows the key of the session', async () => {
    const stream = await visitor.events();

    const { data } = await stream.next();

    expect(data).not.to.include(visitor.session());
    stream.close();
  });

  it('shows that it is alive, every 20 seconds', async () => {
    const stream = await visitor.events();
    await stream.take(1);

    web.clock.pass(20_000);

    expect(await stream.comment()).to.be.a('string');
    stream.close();
  });

  it('leaves nothing behind when the page closes', async () => {
    const before = web.clock.timers();
    const stream = await visitor.events();
    await stream.take(1);
    const during = [web.channel.pages(), web.clock.timers()];

    stream.close();
    await web.clock.whenIdle();

    expect([before, during]).to.deep.equal([0, [1, 2]]);
    expect(web.channel.pages()).to.equal(0);
  });

  it('ends the oldest when a person opens a sixth, and says why', async () => {
    const streams = [];
    for (let nth = 1; nth <= 6; nth++) {
      const stream = await visitor.events();
      await stream.take(1);
      streams.push(stream);
    }

    const last = await streams[0]?.next();
    await streams[0]?.ended;

    expect(last?.event).to.equal('displaced');
    await visitor.says('1', 'one');
    expect(await streams[5]?.take(1)).to.deep.equal([said('You said one')]);
    expect(web.channel.pages()).to.equal(5);
  });

  it('ends when reading fails, and the page can come back', async () => {
    const stream = await visitor.events();
    await stream.take(1);
    web.history.failWith(new Error('text of a person'));

    web.clock.pass(1000);
    await stream.ended;

    expect(web.logged.join()).to.include('a page was cut off').and.not.include('text of a person');
    expect(web.logged.join()).not.to.include(visitor.session());
  });

  it('ends when the server closes', async () => {
    const stream = await visitor.events();
    await stream.take(1);

    await web.close();
    await stream.ended;

    expect([web.channel.pages(), web.clock.timers()]).to.deep.equal([0, 0]);
  });
});
