import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlainServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'chai';
import { UploadFault } from '../../src/channels/uploadFault.ts';
import { limits } from '../../src/server/limits.ts';
import type { RawRoute, Route } from '../../src/server/route.ts';
import { streamBody } from '../../src/server/streamBody.ts';
import { sendRaw, statusOf } from '../support/httpRaw.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';

const MB = 1024 * 1024;
const HEAD = 'POST /file HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\n';
const PNG = { 'content-type': 'image/png' };

/** What a route has made of what it was sent. */
interface Taken {
  readonly size: number;
  readonly hash: string;
  readonly largest: number;
}

/** Takes a file as a channel does, one piece after another. */
function takingRoute(onTaken: (taken: Taken | UploadFault) => void): RawRoute {
  const types = ['image/png', 'application/octet-stream'];
  return {
    method: 'POST',
    path: '/file',
    body: 'raw',
    types,
    async answer({ bytes }) {
      const hash = createHash('sha256');
      let [size, largest] = [0, 0];
      try {
        for await (const chunk of bytes) {
          hash.update(chunk);
          size += chunk.length;
          largest = Math.max(largest, chunk.length);
        }
      } catch (error) {
        if (error instanceof UploadFault) onTaken(error);
        throw error;
      }
      onTaken({ size, largest, hash: hash.digest('hex') });
      return { status: 204 };
    },
  };
}

const json: Route = { method: 'POST', path: '/json', body: 'json', answer: async () => ({ status: 204 }) };

/** Its sizes add up to the whole, which is never in memory at once. */
function inPieces(size: number): ReadableStream {
  let left = size;
  return new ReadableStream({
    pull(controller) {
      const piece = Math.min(left, 50_000);
      left -= piece;
      if (piece > 0) controller.enqueue(Buffer.alloc(piece, 7));
      else controller.close();
    },
  });
}

describe('a route that takes files', () => {
  let server: TestServer;
  let taken: (Taken | UploadFault)[];
  let onTaken: () => void = () => undefined;
  before(async () => {
    const route = takingRoute((what) => {
      taken.push(what);
      onTaken();
    });
    server = await startServer({ routes: [route, json] });
  });
  beforeEach(() => {
    taken = [];
  });
  after(() => server.close());

  async function post(headers: Record<string, string>, body: Buffer | ReadableStream | string): Promise<number> {
    const sent = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    return (await fetch(`${server.origin}/file`, sent)).status;
  }

  for (const [title, size] of [
    ['nothing', 0],
    ['a byte', 1],
    ['9 MB', 9 * MB],
    ['10 MB', 10 * MB],
  ] as const) {
    it(`gives ${title} to it as it was sent, whether its length is known or not`, async () => {
      const file = Buffer.alloc(size, 7);

      const statuses = [await post(PNG, file), await post(PNG, inPieces(size))];

      const hash = createHash('sha256').update(file).digest('hex');
      expect(statuses).to.deep.equal([204, 204]);
      expect(taken).to.have.lengthOf(2);
      for (const each of taken) expect(each).to.include({ size, hash });
    });
  }

  it('gives it in pieces, never as a whole', async () => {
    await post(PNG, Buffer.alloc(10 * MB));

    expect((taken[0] as Taken).largest).to.be.below(256 * 1024);
  });

  it('counts what comes in pieces of unknown length, and takes 10 MB and no byte more', async () => {
    const answered = await post(PNG, inPieces(10 * MB + 1));

    expect(answered).to.equal(413);
    expect(taken).to.have.lengthOf(1);
    expect(taken[0]).to.be.instanceOf(UploadFault).with.property('how', 'too-large');
  });

  it('is not asked where the length that is given is too large', async () => {
    const answered = await sendRaw(server.port, `${HEAD}Connection: close\r\nContent-Length: ${10 * MB + 1}\r\n\r\n`);

    expect([statusOf(answered), taken]).to.deep.equal([413, []]);
  });

  const refused: readonly (readonly [title: string, headers: Record<string, string>])[] = [
    ['of no type', {}],
    ['of another type', { 'content-type': 'image/svg+xml' }],
    ['of a type that only begins so', { 'content-type': 'image/png2' }],
    ['of a type with more to it', { 'content-type': 'image/png; charset=x' }],
    ['of two types', { 'content-type': 'image/png, text/html' }],
    ['that is JSON', { 'content-type': 'application/json' }],
    ['that is a form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['that is compressed', { ...PNG, 'content-encoding': 'gzip' }],
    ['that isn’t compressed, and says so', { ...PNG, 'content-encoding': 'identity' }],
  ];
  for (const [title, headers] of refused) {
    it(`is not asked for a file ${title}`, async () => {
      const answered = await post(headers, Buffer.from('abc'));

      expect([answered, taken]).to.deep.equal([415, []]);
    });
  }

  it('is not asked for a compressed transfer', async () => {
    const bytes = `${HEAD}Connection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`;

    const answer = await sendRaw(server.port, bytes);

    expect([statusOf(answer), taken]).to.deep.equal([415, []]);
  });

  it('is told of a client that leaves before all has come', async () => {
    const told = new Promise<void>((resolve) => {
      onTaken = resolve;
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(`${HEAD}Content-Length: 1000\r\n\r\nabc`, () => socket.resetAndDestroy());

    await told;

    expect(taken[0]).to.be.instanceOf(UploadFault).with.property('how', 'cut-off');
  });

  it('takes what is longer than it says for another request, which is none', async () => {
    const answer = await sendRaw(server.port, `${HEAD}Content-Length: 3\r\n\r\nabcdefghijklm\r\n\r\n`);

    expect(answer).to.include('HTTP/1.1 400');
    expect(taken).to.have.lengthOf(1);
    expect(taken[0]).to.include({ size: 3 });
  });

  it('is told of a chunk that is none', async () => {
    const answer = await sendRaw(server.port, `${HEAD}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nxyz\r\n`);

    expect(statusOf(answer)).to.equal(400);
    expect(taken[0]).to.be.instanceOf(UploadFault).with.property('how', 'cut-off');
  });

  it('leaves every other route at 256 KB', async () => {
    const body = JSON.stringify({ a: 'x'.repeat(256 * 1024) });
    const headers = { 'content-type': 'application/json' };

    const response = await fetch(`${server.origin}/json`, { method: 'POST', headers, body });

    expect(response.status).to.equal(413);
  });
});

describe('a file that comes slowly', () => {
  const quick = { ...limits, headersMs: 100, requestMs: 150, uploadMs: 600, uploadStallMs: 100, checkMs: 20 };
  let server: TestServer;
  let answered: string[];
  let taken: Promise<Taken | UploadFault>;
  beforeEach(async () => {
    answered = [];
    let onTaken: (what: Taken | UploadFault) => void = () => undefined;
    taken = new Promise((resolve) => {
      onTaken = resolve;
    });
    const onAnswer = (route: string, status: number) => void answered.push(`${route} ${status}`);
    server = await startServer({ routes: [takingRoute(onTaken), json], limits: quick, onAnswer });
  });
  afterEach(() => server.close());

  /** Sends a byte now and then, until the server has had enough. */
  async function drip(head: string, everyMs: number): Promise<string> {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').on('data', (text) => {
      answer += text;
    });
    socket.on('error', () => socket.destroy());
    socket.write(head);
    const timer = setInterval(() => socket.writable && socket.write('x'), everyMs);
    await once(socket, 'close');
    clearInterval(timer);
    return answer;
  }

  it('is given up when nothing more of it comes', async () => {
    const answer = await drip(`${HEAD}Content-Length: 1000\r\n\r\nabc`, 10_000);

    expect(statusOf(answer)).to.equal(408);
    expect(answer).to.match(/^Connection: close\r$/im);
    expect(await taken)
      .to.be.instanceOf(UploadFault)
      .with.property('how', 'stalled');
  });

  it('has more time than other requests, but not for ever', async () => {
    const startedAt = performance.now();

    const answer = await drip(`${HEAD}Content-Length: 1000\r\n\r\nabc`, 20);

    expect(performance.now() - startedAt).to.be.above(quick.requestMs * 2);
    expect([statusOf(answer), answered]).to.deep.equal([408, ['none 408']]);
    expect(await taken)
      .to.be.instanceOf(UploadFault)
      .with.property('how', 'cut-off');
  });

  const type = 'Content-Type: application/json\r\n';
  const others: Readonly<Record<string, readonly [head: string, status: number, answered: readonly string[]]>> = {
    'JSON beside it': [`POST /json HTTP/1.1\r\nHost: a\r\n${type}Content-Length: 1000\r\n\r\n{`, 408, ['none 408']],
    'what was refused': [
      `POST /nowhere HTTP/1.1\r\nHost: a\r\n${type}Content-Length: 1000\r\n\r\n{`,
      404,
      ['none 404'],
    ],
    'a file that was refused': [
      `POST /file HTTP/1.1\r\nHost: a\r\n${type}Content-Length: 1000\r\n\r\n{`,
      415,
      ['none 415'],
    ],
  };
  for (const [title, [head, status, expected]] of Object.entries(others)) {
    it(`gives no more time to ${title}`, async () => {
      const startedAt = performance.now();

      const answer = await drip(head, 20);

      expect([statusOf(answer), answered]).to.deep.equal([status, expected]);
      expect(performance.now() - startedAt).to.be.below(quick.uploadMs);
    });
  }
});

describe('a file that is refused before all of it has come', () => {
  it('is answered all the same, to a client that first sends everything', async () => {
    const refusing: RawRoute = {
      method: 'POST',
      path: '/file',
      body: 'raw',
      types: ['image/png'],
      async answer({ bytes }) {
        for await (const _ of bytes) break;
        return { status: 415, body: 'no' };
      },
    };
    const server = await startServer({ routes: [refusing] });

    const sent = { method: 'POST', headers: PNG, body: Buffer.alloc(9 * MB) };
    const answers = [];
    for (let nth = 1; nth <= 3; nth++) answers.push(await fetch(`${server.origin}/file`, sent).then((r) => r.text()));
    await server.close();

    expect(answers).to.deep.equal(['no', 'no', 'no']);
  });

  it('is cut off when it never ends', async () => {
    const route = takingRoute(() => undefined);
    const server = await startServer({ routes: [route] });
    const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`);

    const bytes = Buffer.concat([Buffer.from(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`), ...Array(640).fill(chunk)]);
    const answer = await sendRaw(server.port, bytes);
    await server.close();

    expect(statusOf(answer)).to.be.oneOf([413, 0]);
  });
});

describe('streamBody', () => {
  it('leaves with the sender what nobody has asked for', async () => {
    let read = 0;
    let onStopped: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => {
      onStopped = resolve;
    });
    const http = createPlainServer(async (request, response) => {
      const bytes = streamBody(request, limits);
      await bytes.next();
      // As long as anything moves, it may still read ahead.
      for (let quiet = 0, before = -1; quiet < 200; quiet++) {
        if (request.socket.bytesRead !== before) quiet = 0;
        before = request.socket.bytesRead;
        await new Promise(setImmediate);
      }
      read = request.socket.bytesRead;
      onStopped();
      for await (const _ of bytes);
      response.end();
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');

    const { port } = http.address() as AddressInfo;
    const sent = { method: 'POST', headers: PNG, body: Buffer.alloc(10 * MB) };
    const response = fetch(`http://127.0.0.1:${port}/`, sent);
    await stopped;
    const status = (await response).status;
    http.close();

    expect(read).to.be.below(512 * 1024);
    expect(status).to.equal(200);
  });
});
