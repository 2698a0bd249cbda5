import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { createEventStreams, type EventStreams } from '../../../src/channels/web/eventStreams.ts';
import { type HandClock, handClock } from '../../support/httpClock.ts';
import { recordingLog } from '../../support/httpServer.ts';
import { type HandSink, handSink } from '../../support/httpSink.ts';
import { startWeb } from '../../support/httpWeb.ts';
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

    streams.open({ session: 's', after: 0, sink });
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
    streams.open({ session: 's', after: 0, sink });
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

    streams.open({ session: 's', after: 0, sink });
    await sink.whenWritten(2);

    expect([sink.isClosed(), streams.count()]).to.deep.equal([true, 0]);
    expect(sink.written).to.have.lengthOf(2);
  });

  it('is cut off when it has taken nothing between two heartbeats', async () => {
    await say('one');
    sink.fill();
    streams.open({ session: 's', after: 0, sink });
    await sink.whenWritten(2);

    clock.pass(HEARTBEAT);
    const afterOne = sink.isClosed();
    clock.pass(HEARTBEAT);

    expect([afterOne, sink.isClosed(), clock.timers()]).to.deep.equal([false, true, 0]);
  });

  it('is left alone as long as it takes something', async () => {
    await say('one', 'two');
    sink.fill();
    streams.open({ session: 's', after: 0, sink });
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

    streams.open({ session: 's', after: 0, sink });
    await sink.whenWritten(2);

    expect(sink.written[1]).to.include('just then');
    streams.close();
  });
});

describe('too many pages', () => {
  it('finds no room for more than 2,000, and room again when one closes', () => {
    const history = memoryWebHistory();
    const streams = createEventStreams({ history, every: handClock().every, log: recordingLog().log });
    const sinks = Array.from({ length: 2000 }, handSink);
    const room: boolean[] = [];
    for (const [at, sink] of sinks.entries()) {
      room.push(streams.hasRoom());
      streams.open({ session: `s${at}`, after: 0, sink });
    }

    const whenFull = streams.hasRoom();
    sinks[0]?.close();

    expect([room.every(Boolean), whenFull, streams.hasRoom()]).to.deep.equal([true, false, true]);
    streams.close();
  });

  it('are answered 503 and told when to come back', async () => {
    const web = await startWeb();
    const visitor = web.visitor();
    await visitor.open();
    const opened = [];
    for (let nth = 1; nth <= 2000; nth++) {
      const id = `${nth}`.padStart(22, 'A');
      await web.sessions.create(id, web.clock.now());
      opened.push(await web.channel.events(eventsRequest(`unstuck=${id}`)));
    }
    for (const { feed } of opened) feed?.(handSink());

    const stream = await visitor.events();
    await web.close();

    expect([stream.status, stream.headers.get('retry-after')]).to.deep.equal([503, '10']);
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

function eventsRequest(cookie: string) {
  const none = { origin: undefined, host: undefined, lastEventId: undefined, after: undefined, body: undefined };
  return { ...none, cookie, remoteAddress: '127.0.0.1' };
}
