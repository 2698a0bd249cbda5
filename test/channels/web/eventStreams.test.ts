import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { createEventStreams, type EventStreams } from '../../../src/channels/web/eventStreams.ts';
import { newSessionId } from '../../../src/channels/web/sessionId.ts';
import type { WebAnswer, WebRequest } from '../../../src/channels/web/webRequest.ts';
import { type HandClock, handClock } from '../../support/httpClock.ts';
import { recordingLog } from '../../support/httpServer.ts';
import { type HandSink, handSink } from '../../support/httpSink.ts';
import { startWeb, type TestWeb } from '../../support/httpWeb.ts';
import { type MemoryWebHistory, memoryWebHistory } from '../../support/httpWebStores.ts';

const HEARTBEAT = 20_000;
const said = (text: string) => ({ type: 'message', text });

describe('a page that reads slowly', () => {
  let history: MemoryWebHistory;
  let clock: HandClock;
  let streams: EventStreams;
  let sink: HandSink;
  beforeEach(() => {
    history = memoryWebHistory();
    clock = handClock();
    streams = createEventStreams({ history, every: clock.every, log: recordingLog().log });
    sink = handSink();
  });
  afterEach(() => streams.close());

  async function say(...texts: string[]): Promise<void> {
    await history.append('s', texts.map(said), new Date());
  }

  /** The texts that have been written, without the line that asks to come back. */
  const texts = () => sink.written.slice(1).map((event) => /"text":"(.*)"/.exec(event)?.[1]);

  it('gets the next row only when it has taken the one before', async () => {
    await say('one', 'two', 'three');
    sink.fill();

    streams.open({ session: 's', address: '192.0.2.1', after: 0, sink });
    await sink.whenWritten(2);
    const whileFull = texts();
    sink.drain();
    await sink.whenWritten(4);

    expect(whileFull).to.deep.equal(['one']);
    expect(texts()).to.deep.equal(['one', 'two', 'three']);
  });

  it('makes nobody read ahead for it', async () => {
    await say('one', 'two');
    sink.fill();
    streams.open({ session: 's', address: '192.0.2.1', after: 0, sink });
    await sink.whenWritten(2);
    const before = history.reads();

    for (let nth = 1; nth <= 10; nth++) streams.wake('s');
    clock.pass(10_000);

    expect(history.reads()).to.equal(before);
    expect(texts()).to.deep.equal(['one']);
  });

  it('is cut off when more than 1 MB waits for it', async () => {
    await say('x'.repeat(1024 * 1024), 'next');
    sink.fill();

    streams.open({ session: 's', address: '192.0.2.1', after: 0, sink });
    await sink.whenWritten(2);

    expect([sink.isClosed(), streams.count()]).to.deep.equal([true, 0]);
    expect(sink.written).to.have.lengthOf(2);
  });

  it('is cut off when it has taken nothing between two heartbeats', async () => {
    await say('one');
    sink.fill();
    streams.open({ session: 's', address: '192.0.2.1', after: 0, sink });
    await sink.whenWritten(2);

    clock.pass(HEARTBEAT);
    const afterOne = sink.isClosed();
    clock.pass(HEARTBEAT);

    expect([afterOne, sink.isClosed(), clock.timers()]).to.deep.equal([false, true, 0]);
  });

  it('is left alone as long as it takes something', async () => {
    await say('one', 'two');
    sink.fill();
    streams.open({ session: 's', address: '192.0.2.1', after: 0, sink });
    await sink.whenWritten(2);

    clock.pass(HEARTBEAT);
    sink.drain();
    await sink.whenWritten(3);
    clock.pass(HEARTBEAT);

    expect(sink.isClosed()).to.equal(false);
  });
});

describe('a page that is woken while it reads', () => {
  it('reads again, so that nothing is missed', async () => {
    const memory = memoryWebHistory();
    const sink = handSink();
    let streams: EventStreams | null = null;
    // Something is written, and the page woken, after the rows were read and before they have arrived.
    const history = {
      ...memory,
      async after(session: string, seq: number, limit: number) {
        const rows = await memory.after(session, seq, limit);
        if (seq === 0 && rows.length === 0 && memory.reads() === 1) {
          await memory.append(session, [said('just then')], new Date());
          streams?.wake(session);
        }
        return rows;
      },
    };
    streams = createEventStreams({ history, every: handClock().every, log: recordingLog().log });

    streams.open({ session: 's', address: '192.0.2.1', after: 0, sink });
    await sink.whenWritten(2);

    expect(sink.written[1]).to.include('just then');
    streams.close();
  });
});

describe('too many pages', () => {
  it('find no room over 2,000, and room again when one closes', () => {
    const history = memoryWebHistory();
    const streams = createEventStreams({ history, every: handClock().every, log: recordingLog().log });
    const sinks = Array.from({ length: 2000 }, handSink);
    const refusals = new Set<string | null>();
    for (const [at, sink] of sinks.entries()) {
      refusals.add(streams.refusal(addressOf(at)));
      streams.open({ session: `s${at}`, address: addressOf(at), after: 0, sink });
    }

    const whenFull = streams.refusal(addressOf(2000));
    sinks[0]?.close();

    expect([[...refusals], whenFull, streams.refusal(addressOf(2000))]).to.deep.equal([[null], 'too-many-pages', null]);
    streams.close();
  });

  it('are answered 503 and told when to come back', async () => {
    const web = await startWeb();
    const visitor = web.visitor();
    await visitor.open();
    await openPages(web, 2000, addressOf);

    const stream = await visitor.events();
    await web.close();

    expect([stream.status, stream.headers.get('retry-after')]).to.deep.equal([503, '10']);
  });
});

describe('too many pages of one address', () => {
  let web: TestWeb;
  beforeEach(async () => {
    web = await startWeb();
  });
  afterEach(() => web.close());

  it('are answered 429 over 250 and told when to come back', async () => {
    const answers = await openPages(web, 251, () => '192.0.2.1');

    const statuses = answers.map(({ status }) => status);
    expect([new Set(statuses.slice(0, 250)), statuses[250]]).to.deep.equal([new Set([200]), 429]);
    expect(answers[250]?.headers).to.include({ 'Retry-After': '10' });
    expect(web.logged.join()).to.include('address-too-many-pages');
  });

  it('leave room for everybody else, however many it asks for', async () => {
    const visitor = web.visitor();
    await visitor.open();
    await openPages(web, 2000, () => '192.0.2.1');

    const stream = await visitor.events();

    expect([stream.status, web.channel.pages()]).to.deep.equal([200, 251]);
    stream.close();
  });

  it('are counted together for the IPv6 addresses of a household', async () => {
    const answers = await openPages(web, 251, (nth) => `2001:db8:1:2::${nth.toString(16)}`);

    expect(answers.at(-1)?.status).to.equal(429);
  });

  it('find room again when one closes', async () => {
    const sinks = Array.from({ length: 250 }, handSink);
    await openPages(web, 250, () => '192.0.2.1', sinks);
    const [whenFull] = await openPages(web, 1, () => '192.0.2.1');

    sinks[0]?.close();
    const [after] = await openPages(web, 1, () => '192.0.2.1');

    expect([whenFull?.status, after?.status]).to.deep.equal([429, 200]);
  });
});

describe('a page that is gone before its stream begins', () => {
  it('is not kept', async () => {
    const memory = memoryWebHistory();
    let lookups = 0;
    let goOn: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sessions = {
      create: async () => undefined,
      async exists() {
        lookups++;
        goOn();
        await released;
        return true;
      },
      use: async () => undefined,
    };
    const web = await startWeb({ history: memory, sessions });
    const socket = connect(web.port, '127.0.0.1');
    socket.write(`GET /web/events HTTP/1.1\r\nHost: a\r\nCookie: unstuck=${'A'.repeat(22)}\r\n\r\n`);
    await asked;

    socket.resetAndDestroy();
    await once(socket, 'close');
    await web.visitor().open({ cookie: '' });
    release();
    await web.close();

    expect([lookups, web.channel.pages(), web.clock.timers()]).to.deep.equal([1, 0, 0]);
  });
});

/** One of many addresses, each with 200 pages. */
function addressOf(nth: number): string {
  return `198.51.100.${Math.floor(nth / 200)}`;
}

/** Opens pages of as many people, one after another, on these sinks. */
async function openPages(web: TestWeb, count: number, address: (nth: number) => string, sinks: HandSink[] = []) {
  const answers: WebAnswer[] = [];
  for (let nth = 0; nth < count; nth++) {
    const id = newSessionId();
    await web.sessions.create(id, web.clock.now());
    const answer = await web.channel.events(eventsRequest(`unstuck=${id}`, address(nth)));
    answer.feed?.(sinks[nth] ?? handSink());
    answers.push(answer);
  }
  return answers;
}

function eventsRequest(cookie: string, remoteAddress: string): WebRequest {
  const none = { origin: undefined, host: undefined, lastEventId: undefined, after: undefined, body: undefined };
  return { ...none, cookie, remoteAddress };
}
