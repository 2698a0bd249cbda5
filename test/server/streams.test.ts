import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { limits } from '../../src/server/limits.ts';
import type { Answer, Route } from '../../src/server/route.ts';
import { sendRaw, statusOf } from '../support/httpRaw.ts';
import { recordingLog, startServer } from '../support/httpServer.ts';

const CHUNK = 64 * 1024;

/** Chunks that count how often they were asked for, and tell when nobody asks any more. */
function counted(chunks: number) {
  let [reads, ends] = [0, 0];
  let onEnd: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    onEnd = resolve;
  });
  async function* read() {
    try {
      for (let nth = 0; nth < chunks; nth++) {
        reads += 1;
        yield Buffer.alloc(CHUNK, nth);
        await new Promise(setImmediate);
      }
    } finally {
      ends += 1;
      onEnd();
    }
  }
  return { stream: read(), reads: () => reads, ends: () => ends, ended };
}

function routeOf(answer: Answer): Route {
  return { method: 'GET', path: '/file', body: 'none', answer: async () => answer };
}

const ask = (method = 'GET') => `${method} /file HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;

describe('an answer that is read as it is sent', () => {
  it('comes whole, with the length that its route gives', async () => {
    const { stream, ends } = counted(5);
    const headers = { 'Content-Length': String(5 * CHUNK), 'Content-Type': 'image/png' };
    const server = await startServer({ routes: [routeOf({ status: 200, headers, stream })] });

    const response = await fetch(`${server.origin}/file`);
    const body = Buffer.from(await response.arrayBuffer());
    await server.close();

    expect([response.status, response.headers.get('content-length')]).to.deep.equal([200, String(5 * CHUNK)]);
    expect([body.length, body[0], body[4 * CHUNK], ends()]).to.deep.equal([5 * CHUNK, 0, 4, 1]);
  });

  it('has its headers alone for HEAD, and is not read', async () => {
    const { stream, reads } = counted(5);
    const headers = { 'Content-Length': String(5 * CHUNK) };
    const server = await startServer({ routes: [routeOf({ status: 200, headers, stream })] });

    const answer = await sendRaw(server.port, ask('HEAD'));
    await server.close();

    expect([statusOf(answer), reads()]).to.deep.equal([200, 0]);
    expect(answer).to.include(`Content-Length: ${5 * CHUNK}\r\n`);
    expect(answer.split('\r\n\r\n')[1]).to.equal('');
  });

  it('is read no further than its client takes it, and no more once that has gone', async () => {
    const { stream, reads, ends, ended } = counted(100_000);
    const { log, lines } = recordingLog();
    const server = await startServer({ routes: [routeOf({ status: 200, stream })], log });
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(ask());
    await once(socket, 'readable');

    // Nobody takes anything, so that the buffers of the system fill up.
    for (let quiet = 0, before = -1; quiet < 200; quiet++) {
      if (reads() !== before) quiet = 0;
      before = reads();
      await new Promise(setImmediate);
    }
    const whileFull = [reads(), ends()];
    socket.resetAndDestroy();
    await ended;
    await server.close();

    expect(whileFull[0]).to.be.below(1_000);
    expect([whileFull[1], ends()]).to.deep.equal([0, 1]);
    expect(reads() - (whileFull[0] ?? 0)).to.be.at.most(1);
    expect(lines).to.deep.equal([]);
  });

  const broken: Readonly<Record<string, () => AsyncGenerator<Buffer>>> = {
    'fails in the middle': async function* () {
      yield Buffer.alloc(CHUNK);
      throw new Error('a secret of the machine');
    },
    'ends too early': async function* () {
      yield Buffer.alloc(CHUNK);
    },
    'is longer than its route said': async function* () {
      yield Buffer.alloc(CHUNK);
      yield Buffer.alloc(2 * CHUNK);
    },
  };
  for (const [title, read] of Object.entries(broken)) {
    it(`is cut off, so that nobody takes it for the whole, when it ${title}`, async () => {
      const headers = { 'Content-Length': String(2 * CHUNK) };
      const { log, lines } = recordingLog();
      const server = await startServer({ routes: [routeOf({ status: 200, headers, stream: read() })], log });

      const body = await fetch(`${server.origin}/file`)
        .then((response) => response.arrayBuffer())
        .catch(() => 'cut off');
      await server.close();

      expect(body).to.equal('cut off');
      expect(lines.join()).to.include('an answer broke off').and.not.include('secret');
    });
  }

  it('waits until there is room for it, and gives its room back however it ends', async () => {
    const many = counted(100_000);
    let asked = 0;
    const route: Route = {
      method: 'GET',
      path: '/file',
      body: 'none',
      answer: async () => ({ status: 200, stream: ++asked === 1 ? many.stream : counted(1).stream }),
    };
    const server = await startServer({ routes: [route], limits: { ...limits, streams: 1, streamsPerAddress: 1 } });
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(ask());
    await once(socket, 'readable');

    const meanwhile = await fetch(`${server.origin}/file`);
    const head = await fetch(`${server.origin}/file`, { method: 'HEAD' });
    socket.resetAndDestroy();
    await many.ended;
    const afterwards = await fetch(`${server.origin}/file`).then((response) => response.arrayBuffer());
    await server.close();

    expect([meanwhile.status, meanwhile.headers.get('retry-after'), head.status]).to.deep.equal([503, '2', 200]);
    expect(afterwards.byteLength).to.equal(CHUNK);
  });
});
