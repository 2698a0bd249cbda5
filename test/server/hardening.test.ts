import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { limits } from '../../src/server/limits.ts';
import type { Answer, Route } from '../../src/server/route.ts';
import { sendRaw, statusOf } from '../support/httpRaw.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';

const post: Route = { method: 'POST', path: '/post', body: 'json', answer: async () => ({ status: 204 }) };
const get = (path: string, answer: () => Promise<Answer>): Route => ({ method: 'GET', path, body: 'none', answer });
const ok = get('/ok', async () => ({ status: 200, body: 'ok' }));
const QUICK = { ...limits, headersMs: 100, requestMs: 200, checkMs: 20, stalledMs: 500 };

const guarding = [
  "Content-Security-Policy: default-src 'none'",
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: no-referrer',
  'Cross-Origin-Resource-Policy: same-origin',
];

function request(path: string, ...lines: readonly string[]): string {
  return [`GET ${path} HTTP/1.1`, 'Host: a', ...lines].join('\r\n').concat('\r\n\r\n');
}

/** A connection on which a test writes when it likes. */
async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

describe('what Node would answer by itself', () => {
  let server: TestServer;
  const answered: string[] = [];
  before(async () => {
    const onAnswer = (route: string, status: number) => void answered.push(`${route} ${status}`);
    server = await startServer({ routes: [post, ok], limits: QUICK, onAnswer });
  });
  after(() => server.close());

  const head = 'POST /post HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
  const table: Readonly<Record<string, readonly [bytes: string, status: number]>> = {
    'what is no request': ['hello\r\n\r\n', 400],
    'another protocol': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    '20 KB of headers': [request('/ok', `X: ${'x'.repeat(20_000)}`), 431],
    'headers that never end': ['GET /ok HTTP/1.1\r\nHost: a\r\n', 408],
    'headers that never begin': ['', 408],
    'a body that never ends': [`${head}Content-Length: 10\r\n\r\n{"a":`, 408],
    'chunks that never end': [`${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`, 408],
    'a chunk that is none': [`${head}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`, 400],
    'a length and chunks at once': [`${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    'an expectation that it doesn’t know': [request('/ok', 'Expect: cake'), 417],
    'no host': ['GET /ok HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    'two hosts': [request('/ok', 'host: b', 'Connection: close'), 400],
    '101 headers': [request('/ok', ...Array<string>(99).fill('X: x'), 'Connection: close'), 431],
    'so many headers that Node would drop the last': [
      request('/ok', ...Array<string>(1_500).fill('a:'), 'X-Forwarded-For: 198.51.100.1', 'Connection: close'),
      431,
    ],
  };
  for (const [title, [bytes, status]] of Object.entries(table)) {
    it(`is a bare and guarded ${status} for ${title}`, async () => {
      const answer = await sendRaw(server.port, bytes);

      const [lines = '', body] = answer.split('\r\n\r\n');
      expect([statusOf(answer), body]).to.deep.equal([status, '']);
      for (const line of guarding) expect(lines).to.include(line);
      expect(lines).to.not.match(/^(server|x-powered-by):/im);
      expect(answered.at(-1)).to.equal(`none ${status}`);
    });
  }

  it('is an end without a word for a wish to pass through', async () => {
    const answer = await sendRaw(server.port, 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n');

    expect(answer).to.equal('');
  });

  it('takes 100 headers', async () => {
    const answer = await sendRaw(server.port, request('/ok', ...Array<string>(98).fill('X: x'), 'Connection: close'));

    expect(statusOf(answer)).to.equal(200);
  });
});

describe('a client that stops reading', () => {
  it('is cut off', async () => {
    const large = get('/large', async () => ({ status: 200, body: Buffer.alloc(64 * 1024 * 1024) }));
    const server = await startServer({ routes: [large], limits: { ...QUICK, closeMs: 60_000 } });
    const socket = await open(server.port);

    // Nobody listens for data, so none is taken from the system, whose buffers fill up.
    socket.write(request('/large'));
    await once(socket, 'readable');
    const closed = once(socket, 'close');
    const gone = server.close();

    await gone;
    socket.resume();
    await closed;
    expect(socket.bytesRead).to.be.below(64 * 1024 * 1024);
  });
});

describe('a connection', () => {
  it('gets its answers in order when it asks for a few at once', async () => {
    let asked = 0;
    const nth = get('/nth', async () => ({ status: 200, body: `<${++asked}>` }));
    const server = await startServer({ routes: [nth] });

    const four = request('/nth').repeat(3) + request('/nth', 'Connection: close');
    const answer = await sendRaw(server.port, four);
    await server.close();

    expect(answer.match(/<\d>/g)).to.deep.equal(['<1>', '<2>', '<3>', '<4>']);
  });

  it('is cut off when it asks on and on without waiting', async () => {
    let asked = 0;
    const never = get('/never', () => {
      asked++;
      return new Promise(() => undefined);
    });
    const server = await startServer({ routes: [never, ok], limits: { ...limits, closeMs: 10 } });

    const answer = await sendRaw(server.port, request('/never').repeat(1_000));
    const other = await fetch(`${server.origin}/ok`);
    await server.close();

    expect([answer, asked, other.status]).to.deep.equal(['', 4, 200]);
  });

  it('ends after so many requests, with the last answer saying so', async () => {
    const server = await startServer({ routes: [ok], limits: { ...limits, requestsPerConnection: 3 } });

    const answer = await sendRaw(server.port, request('/ok').repeat(3));
    await server.close();

    const connections = [...answer.matchAll(/^Connection: (.*)\r$/gim)].map(([, value]) => value);
    expect(connections).to.deep.equal(['keep-alive', 'keep-alive', 'close']);
  });

  it('tells all its feeds that it has closed, also one that still waits for its turn', async () => {
    const closed: number[] = [];
    let fed = 0;
    let onClosed: () => void = () => undefined;
    const bothClosed = new Promise<void>((resolve) => {
      onClosed = resolve;
    });
    const feed = get('/feed', async () => ({
      status: 200,
      feed: (sink) => {
        const own = ++fed;
        sink.onClose(() => {
          if (closed.push(own) === 2) onClosed();
        });
        if (fed === 2) sockets[0]?.destroy();
      },
    }));
    const server = await startServer({ routes: [feed] });
    const sockets = [await open(server.port)];

    sockets[0]?.write(request('/feed').repeat(2));
    await bothClosed;
    await server.close();

    expect(closed.sort()).to.deep.equal([1, 2]);
  });
});

describe('connections of one address', () => {
  const two = { ...limits, connectionsPerAddress: 2 };

  it('leave most of the room to others', () => {
    expect(limits.connectionsPerAddress).to.be.at.most(limits.connections / 4);
  });

  it('are as many as its share, and again when one has ended', async () => {
    const server = await startServer({ routes: [ok], limits: two });
    const [first, second] = [await open(server.port), await open(server.port)];

    const third = await sendRaw(server.port, request('/ok', 'Connection: close'));
    first.write(request('/ok', 'Connection: close'));
    first.resume();
    await once(first, 'close');
    const fourth = await sendRaw(server.port, request('/ok', 'Connection: close'));
    second.destroy();
    await server.close();

    expect([third, statusOf(fourth)]).to.deep.equal(['', 200]);
  });

  it('are not counted where a trusted proxy makes them', async () => {
    const server = await startServer({ routes: [ok], limits: two, trustedProxies: ['127.0.0.0/8'] });
    const open2 = [await open(server.port), await open(server.port)];

    const third = await sendRaw(server.port, request('/ok', 'Connection: close'));
    for (const socket of open2) socket.destroy();
    await server.close();

    expect(statusOf(third)).to.equal(200);
  });
});

describe('a server behind https', () => {
  for (const https of [true, false]) {
    it(`${https ? 'holds' : 'doesn’t hold'} browsers to it${https ? '' : ' where there is none'}`, async () => {
      const server = await startServer({ routes: [ok], https });

      const found = await fetch(`${server.origin}/ok`);
      const missing = await fetch(`${server.origin}/missing`);
      const broken = await sendRaw(server.port, 'x\r\n\r\n');
      await server.close();

      const expected = https ? 'max-age=31536000' : null;
      expect(found.headers.get('strict-transport-security')).to.equal(expected);
      expect(missing.headers.get('strict-transport-security')).to.equal(expected);
      expect(broken.includes('Strict-Transport-Security')).to.equal(https);
    });
  }
});

describe('the caller of a route', () => {
  const tell: Route = {
    method: 'GET',
    path: '/who',
    body: 'none',
    answer: async ({ remoteAddress, forwarded }) => ({ status: 200, body: `${remoteAddress} ${forwarded}` }),
  };

  for (const [title, trustedProxies, expected] of [
    ['who the trusted proxy names', ['127.0.0.1'], '198.51.100.1 true'],
    ['the other end, where nobody is trusted', [], '127.0.0.1 true'],
  ] as const) {
    it(`is ${title}`, async () => {
      const server = await startServer({ routes: [tell], trustedProxies });

      const lines = ['X-Forwarded-For: 203.0.113.1', 'X-Forwarded-For: 198.51.100.1', 'Connection: close'];
      const answer = await sendRaw(server.port, request('/who', ...lines));
      await server.close();

      expect(answer.split('\r\n\r\n')[1]).to.equal(expected);
    });
  }

  it('waits when told to, before anything of its body is read', async () => {
    const asked: string[] = [];
    const wait = (address: string) => {
      asked.push(address);
      return 7;
    };
    const server = await startServer({ routes: [{ ...post, wait }] });

    const head = 'POST /post HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
    const socket = await open(server.port);
    socket.write(head);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    await server.close();

    expect([statusOf(String(answer)), asked]).to.deep.equal([429, ['127.0.0.1']]);
    expect(String(answer)).to.include('Retry-After: 7\r\n');
  });
});
