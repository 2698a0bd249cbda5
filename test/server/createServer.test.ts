import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import { createServer } from '../../src/server/createServer.ts';
import { healthRoutes } from '../../src/server/healthRoutes.ts';
import { limits } from '../../src/server/limits.ts';
import type { Answer, Route } from '../../src/server/route.ts';
import { sendRaw, statusOf } from '../support/httpRaw.ts';
import { recordingLog, startServer, type TestServer } from '../support/httpServer.ts';

const get = (path: string, answer: () => Promise<Answer>): Route => ({ method: 'GET', path, body: 'none', answer });

/** A promise that a test keeps in its hand. */
function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}

describe('createServer', () => {
  let server: TestServer;
  let ready: boolean;
  const { log, lines } = recordingLog();
  before(async () => {
    const failing = get('/fails', async () => {
      throw new Error('a secret of the machine');
    });
    const post: Route = { method: 'POST', path: '/both', body: 'none', answer: async () => ({ status: 204 }) };
    const both = [post, get('/both', async () => ({ status: 200, body: 'got' }))];
    // Between two looks a second passes: by then the last answer is forgotten.
    let seconds = 0;
    const now = () => {
      seconds += 1;
      return new Date(seconds * 1000);
    };
    server = await startServer({ routes: [failing, ...both, ...healthRoutes(async () => ready, now)], log });
  });
  beforeEach(() => {
    ready = true;
  });
  after(() => server.close());

  const table: readonly (readonly [method: string, path: string, status: number, body: string])[] = [
    ['GET', '/healthz', 200, 'alive'],
    ['HEAD', '/healthz', 200, ''],
    ['GET', '/healthz?a=b', 200, 'alive'],
    ['GET', '/readyz', 200, 'ready'],
    ['GET', '/both', 200, 'got'],
    ['POST', '/both', 204, ''],
    ['GET', '/nowhere', 404, ''],
    ['POST', '/nowhere', 404, ''],
    ['GET', '/healthz/', 404, ''],
    ['GET', '/HEALTHZ', 404, ''],
    ['GET', '//healthz', 404, ''],
    ['GET', '/%', 404, ''],
    ['GET', '/constructor', 404, ''],
    ['GET', '/fails', 500, ''],
    ['OPTIONS', '/healthz', 405, ''],
    ['POST', '/healthz', 405, ''],
    ['DELETE', '/both', 405, ''],
  ];
  for (const [method, path, status, body] of table) {
    it(`answers ${method} ${path} with ${status}${body && ` and "${body}"`}`, async () => {
      const response = await fetch(server.origin + path, { method });

      expect([response.status, await response.text()]).to.deep.equal([status, body]);
    });
  }

  const heads: readonly (readonly [title: string, head: string, status: number])[] = [
    ['an address with a server in it', 'GET http://other.example/healthz HTTP/1.1\r\nHost: a', 400],
    ['no address', 'OPTIONS * HTTP/1.1\r\nHost: a', 400],
    ['a path with dots', 'GET /x/../healthz HTTP/1.1\r\nHost: a', 404],
    ['a host that is no host', 'GET /healthz HTTP/1.1\r\nHost: [', 400],
    ['a host with a path', 'GET /healthz HTTP/1.1\r\nHost: a/b?', 400],
    ['an old client without a host', 'GET /healthz HTTP/1.0', 200],
    ['a wish for another protocol, which it passes over', 'GET /healthz HTTP/1.1\r\nHost: a\r\nUpgrade: x', 200],
    ['a body where none belongs', 'GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 2', 415],
    ['a broken request', 'GET', 400],
    ['20 KB of headers', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}`, 431],
  ];
  for (const [title, head, status] of heads) {
    it(`answers ${status} to ${title}`, async () => {
      const connection = head.includes('Upgrade') ? 'Upgrade, close' : 'close';
      const body = head.includes('Content-Length') ? '{}' : '';

      const answer = await sendRaw(server.port, `${head}\r\nConnection: ${connection}\r\n\r\n${body}`);

      expect(statusOf(answer)).to.equal(status);
    });
  }

  it('says which methods there are', async () => {
    const response = await fetch(`${server.origin}/both`, { method: 'PUT' });

    expect(response.headers.get('allow')).to.equal('POST, GET, HEAD');
  });

  it('says that it isn’t ready', async () => {
    ready = false;

    const response = await fetch(`${server.origin}/readyz`);

    expect([response.status, await response.text()]).to.deep.equal([503, 'not ready']);
  });

  it('logs a fault by its route and name alone', async () => {
    await fetch(`${server.origin}/fails`);

    const line = JSON.parse(lines.at(-1) ?? '') as { route: string; err: { name: string } };
    expect([line.route, line.err.name]).to.deep.equal(['/fails', 'Error']);
    expect(lines.join()).not.to.include('secret');
  });

  for (const path of ['/healthz', '/nowhere', '/fails']) {
    it(`guards ${path} with its headers and doesn’t say what it is`, async () => {
      const { headers } = await fetch(server.origin + path);

      expect(headers.get('content-security-policy')).to.equal(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
      );
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect([headers.get('server'), headers.get('x-powered-by')]).to.deep.equal([null, null]);
    });
  }
});

describe('an address that ends in a secret', () => {
  const secret = 'Ab0_-Ab0_-Ab0_-Ab0_-Ab';
  let server: TestServer;
  before(async () => {
    const routes = [
      get('/c/:secret', async () => ({ status: 200, body: 'page' })),
      get('/c', async () => ({ status: 200 })),
    ];
    server = await startServer({ routes });
  });
  after(() => server.close());

  const table: readonly (readonly [method: string, path: string, status: number])[] = [
    ['GET', `/c/${secret}`, 200],
    ['HEAD', `/c/${secret}`, 200],
    ['POST', `/c/${secret}`, 405],
    ['DELETE', `/c/${secret}`, 405],
    ['GET', `/c/${secret.slice(1)}`, 404],
    ['GET', `/c/${secret}x`, 404],
    ['GET', `/c/${secret}/`, 404],
    ['GET', `/c/${secret}?`, 404],
    ['GET', `/c/${secret}?a=b`, 404],
    ['GET', `/c/${secret}#a`, 404],
    ['GET', `//c/${secret}`, 404],
    ['GET', `/c//${secret}`, 404],
    ['GET', `/C/${secret}`, 404],
    ['GET', `/x/../c/${secret}`, 404],
    ['GET', `/c%2f${secret}`, 404],
    ['GET', `/c/${secret.slice(3)}%2f`, 404],
    ['GET', `/c/${secret.slice(3)}%41`, 404],
    ['GET', `/c/${secret.slice(1)}/`, 404],
    ['GET', `/c/${secret.slice(1)}.`, 404],
    ['GET', `/c/${secret.slice(1)};`, 404],
    ['GET', `/c/${secret.slice(1)}\\`, 404],
    ['GET', `/c/${secret.slice(1)}é`, 400],
    ['GET', '/c/:secret', 404],
    ['GET', `/c/../${'x'.repeat(19)}`, 404],
    ['GET', `/d/${secret}`, 404],
    ['GET', '/c', 200],
  ];
  for (const [method, path, status] of table) {
    it(`answers ${method} ${path} with ${status}`, async () => {
      const answer = await sendRaw(server.port, `${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);

      expect(statusOf(answer)).to.equal(status);
    });
  }

  it('is the same address for whoever counts answers, whatever the secret', async () => {
    const answered: string[] = [];
    const counting = await startServer({
      routes: [get('/c/:secret', async () => ({ status: 200 }))],
      onAnswer: (route, status) => void answered.push(`${route} ${status}`),
    });

    await fetch(`${counting.origin}/c/${secret}`);
    await counting.close();

    expect(answered).to.deep.equal(['/c/:secret 200']);
  });
});

describe('a server that starts', () => {
  it('says what to change when its port is taken', async () => {
    const first = await startServer({});
    const second = createServer({ routes: [], limits, log: recordingLog().log, endStreams: async () => undefined });

    const refused = await second.listen(first.port, '127.0.0.1').catch((error: unknown) => error);

    await first.close();
    expect(refused)
      .to.be.instanceOf(AppError)
      .with.property('message')
      .that.matches(/^PORT: \d+ is in use/);
  });

  it('says what to change when its address isn’t of this machine', async () => {
    const server = createServer({ routes: [], limits, log: recordingLog().log, endStreams: async () => undefined });

    // Kept for documentation (RFC 5737), so no machine has it.
    const refused = await server.listen(0, '192.0.2.1').catch((error: unknown) => error);

    expect(refused)
      .to.be.instanceOf(AppError)
      .with.property('message')
      .that.matches(/^HOST: /);
  });
});

describe('a server that closes', () => {
  it('ends its streams, finishes what is running and takes nothing new', async () => {
    const [arrived, released, streamsEnded] = [deferred(), deferred(), deferred()];
    const slow = get('/slow', async () => {
      arrived.resolve();
      await released.promise;
      return { status: 200, body: 'done' };
    });
    const server = await startServer({ routes: [slow], endStreams: async () => streamsEnded.resolve() });

    const answer = fetch(`${server.origin}/slow`).then((response) => response.text());
    await arrived.promise;
    const closed = server.close();
    await streamsEnded.promise;
    const late = await fetch(`${server.origin}/slow`).catch(() => 'refused');
    released.resolve();

    expect([await answer, late]).to.deep.equal(['done', 'refused']);
    await closed;
  });

  it('doesn’t wait for connections on which nothing was asked', async () => {
    const server = await startServer({});
    const silent = connect(server.port, '127.0.0.1');
    const ended = new Promise<void>((resolve) => silent.once('close', resolve));
    silent.on('error', () => silent.destroy()).resume();
    await once(silent, 'connect');

    await server.close();

    await ended;
  });

  it('cuts off what takes too long', async () => {
    const arrived = deferred();
    const never = get('/never', () => {
      arrived.resolve();
      return new Promise(() => undefined);
    });
    const server = await startServer({ routes: [never], limits: { ...limits, closeMs: 10 } });

    const answer = fetch(`${server.origin}/never`).catch(() => 'cut off');
    await arrived.promise;
    await server.close();

    expect(await answer).to.equal('cut off');
  });

  it('does so without having listened', async () => {
    const server = createServer({ routes: [], limits, log: recordingLog().log, endStreams: async () => undefined });

    await server.close();
  });
});
