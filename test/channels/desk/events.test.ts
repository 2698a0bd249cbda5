import { expect } from 'chai';
import { createDeskEvents, type DeskEvents } from '../../../src/channels/desk/deskEvents.ts';
import { hashSecret } from '../../../src/channels/hashSecret.ts';
import { type HandClock, handClock } from '../../support/httpClock.ts';
import { CASES, type DeskBrowser, memoryDesk, startDesk, type TestDesk } from '../../support/httpDesk.ts';
import { recordingLog } from '../../support/httpServer.ts';
import { type HandSink, handSink } from '../../support/httpSink.ts';

const [CASE, OTHER] = CASES;
const HOURS = 60 * 60 * 1000;
const HEARTBEAT = 20_000;

describe('what changes at the desk', () => {
  let desk: TestDesk;
  let agent: DeskBrowser;
  beforeEach(async () => {
    desk = await startDesk({
      links: { verify: (signed) => ({ case: signed, desk: 'first', expires: new Date(8.64e15) }) },
    });
    agent = await desk.agent();
  });
  afterEach(() => desk.close());

  it('is told to an open page within a second', async () => {
    const stream = await agent.events();
    desk.desk.changes = [{ case: CASE, revision: 2 }];

    desk.clock.pass(1_000);
    const told = await stream.take(1);

    expect([stream.status, stream.headers.get('content-type')]).to.deep.equal([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect([stream.headers.get('cache-control'), stream.headers.get('x-accel-buffering')]).to.deep.equal([
      'no-store',
      'no',
    ]);
    expect(told).to.deep.equal([{ case: CASE, revision: 2 }]);
    expect(stream.retry()).to.equal(2000);
    stream.close();
  });

  it('is told at once where this process has made the change', async () => {
    const stream = await agent.events();
    desk.desk.changes = [{ case: CASE, revision: 2 }];

    desk.channel.wake();

    expect(await stream.take(1)).to.deep.equal([{ case: CASE, revision: 2 }]);
    stream.close();
  });

  it('is told when it happened in the ten seconds before the page came', async () => {
    desk.desk.changes = [{ case: CASE, revision: 2 }];

    const stream = await agent.events();

    expect(await stream.take(1)).to.deep.equal([{ case: CASE, revision: 2 }]);
    expect(desk.desk.looks[0]).to.deep.equal(new Date(desk.clock.now().getTime() - 10_000));
    stream.close();
  });

  it('is told of one case alone to whoever came by its link', async () => {
    const linked = desk.browser();
    await linked.open({ link: CASE, name: 'Ben' });
    desk.desk.changes = [
      { case: OTHER, revision: 9 },
      { case: CASE, revision: 2 },
    ];

    const [own, all] = [await linked.events(), await agent.events()];

    expect(await own.take(1)).to.deep.equal([{ case: CASE, revision: 2 }]);
    expect(await all.take(2)).to.deep.equal(desk.desk.changes);
    desk.desk.changes = [{ case: CASE, revision: 3 }];
    desk.channel.wake();
    expect(await own.take(1)).to.deep.equal([{ case: CASE, revision: 3 }]);
  });

  it('is no longer told to a session that is over', async () => {
    const stream = await agent.events();

    desk.clock.pass(8 * HOURS);
    const last = await stream.next();
    await stream.ended;

    expect(last.event).to.equal('over');
  });

  it('is no longer told to whoever has left, in any tab', async () => {
    const [one, two, others] = [await agent.events(), await agent.events(), await (await desk.agent('Ben')).events()];

    await agent.post('/desk/leave', {});
    await Promise.all([one.ended, two.ended]);

    expect([(await one.next()).event, desk.channel.pages()]).to.deep.equal(['over', 1]);
    others.close();
  });

  it('ends the oldest when a sixth page is opened, and says why', async () => {
    const streams = [];
    for (let nth = 1; nth <= 6; nth++) streams.push(await agent.events());

    await streams[0]?.ended;

    expect([(await streams[0]?.next())?.event, desk.channel.pages()]).to.deep.equal(['displaced', 5]);
  });

  it('is told to 100 pages, and the next is told when to ask again', async () => {
    for (let nth = 0; nth < 20; nth++) await openTabs(`${'A'.repeat(20)}${nth + 10}`, 5);

    const tooMany = await agent.events();

    expect([tooMany.status, tooMany.headers.get('retry-after'), desk.channel.pages()]).to.deep.equal([503, '10', 100]);
  });

  it('leaves nothing behind when the page closes', async () => {
    const stream = await agent.events();
    const during = [desk.channel.pages(), desk.clock.timers()];

    stream.close();
    await desk.clock.whenIdle();

    expect([during, desk.channel.pages()]).to.deep.equal([[1, 2], 0]);
  });

  /** Opens pages of another session. */
  async function openTabs(secret: string, count: number): Promise<void> {
    const session = { name: 'Ben', via: 'page', only: null, csrf: '' } as const;
    const expiresAt = new Date(desk.clock.now().getTime() + HOURS);
    await desk.sessions.create(hashSecret(secret), { ...session, expiresAt });
    const none = { origin: undefined, host: undefined, csrf: undefined, body: undefined };
    const request = { ...none, query: new URLSearchParams(), cookie: `unstuck-desk=${secret}`, remoteAddress: '' };
    for (let nth = 0; nth < count; nth++) (await desk.channel.events(request)).feed?.(handSink());
  }
});

describe('a page of the desk', () => {
  let clock: HandClock;
  let desk: ReturnType<typeof memoryDesk>;
  let events: DeskEvents;
  let sink: HandSink;
  let logged: readonly string[];
  beforeEach(() => {
    clock = handClock();
    desk = memoryDesk();
    sink = handSink();
    const { log, lines } = recordingLog();
    logged = lines;
    events = createDeskEvents({ port: desk, isOpen: async () => true, clock: clock.now, every: clock.every, log });
  });
  afterEach(() => events.close());

  const settle = () => new Promise(setImmediate);
  const told = () =>
    sink.written.filter((text) => text.startsWith('data:')).map((text) => JSON.parse(text.slice(5)) as object);
  const open = (to: HandSink = sink) => events.open({ session: 's', only: null, sink: to });

  it('hears each revision once, though looks overlap', async () => {
    open();
    desk.changes = [{ case: CASE, revision: 2 }];
    for (let second = 1; second <= 5; second++) {
      clock.pass(1_000);
      await settle();
    }
    desk.changes = [
      { case: CASE, revision: 3 },
      { case: OTHER, revision: 1 },
    ];
    for (let second = 1; second <= 5; second++) {
      clock.pass(1_000);
      await settle();
    }

    expect(told()).to.deep.equal([
      { case: CASE, revision: 2 },
      { case: CASE, revision: 3 },
      { case: OTHER, revision: 1 },
    ]);
  });

  it('misses nothing while looking fails: the next look goes back as far', async () => {
    open();
    await settle();
    desk.isBroken = true;
    for (let second = 1; second <= 60; second++) {
      clock.pass(1_000);
      await settle();
    }
    const failedAt = desk.looks.at(-1);
    desk.isBroken = false;
    desk.changes = [{ case: CASE, revision: 2 }];
    clock.pass(1_000);
    await settle();

    expect(desk.looks.at(-1)).to.deep.equal(failedAt);
    expect(failedAt).to.deep.equal(desk.looks[0]);
    expect(told()).to.deep.equal([{ case: CASE, revision: 2 }]);
    expect(logged.join()).to.include('changes could not be looked for').and.not.include('secret');
  });

  it('is one of many for which there is one look', async () => {
    for (let nth = 0; nth < 5; nth++) open(handSink());
    await settle();
    const before = desk.looks.length;

    clock.pass(1_000);
    await settle();

    expect(desk.looks.length - before).to.equal(1);
  });

  it('makes nobody look back for the time in which there was none', async () => {
    open();
    await settle();
    sink.close();
    clock.pass(5 * HOURS);

    open(handSink());
    await settle();

    expect(desk.looks.at(-1)).to.deep.equal(new Date(clock.now().getTime() - 10_000));
  });

  it('is shown that it is alive', async () => {
    open();

    clock.pass(HEARTBEAT);

    expect(sink.written.at(-1)).to.equal(': \n\n');
  });

  it('is cut off when it has taken nothing between two heartbeats', async () => {
    open();
    await settle();
    sink.fill();
    desk.changes = [{ case: CASE, revision: 2 }];
    clock.pass(1_000);
    await settle();

    clock.pass(HEARTBEAT);
    const afterOne = sink.isClosed();
    clock.pass(HEARTBEAT);

    expect([afterOne, sink.isClosed(), events.count(), clock.timers()]).to.deep.equal([false, true, 0, 0]);
  });

  it('is left alone as long as it takes something', async () => {
    open();
    await settle();
    sink.fill();
    desk.changes = [{ case: CASE, revision: 2 }];
    clock.pass(1_000);
    await settle();

    clock.pass(HEARTBEAT);
    sink.drain();
    clock.pass(HEARTBEAT);

    expect(sink.isClosed()).to.equal(false);
  });

  it('is cut off when too much waits for it', async () => {
    open();
    await settle();
    sink.fill();
    desk.changes = Array.from({ length: 3_000 }, (_, nth) => ({ case: `UN-${nth}`, revision: 1 }));

    clock.pass(1_000);
    await settle();

    expect([sink.isClosed(), events.count()]).to.deep.equal([true, 0]);
  });
});
