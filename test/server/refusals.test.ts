import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { botRoute } from '../../src/server/botRoute.ts';
import { limits } from '../../src/server/limits.ts';
import { sendRaw, statusOf } from '../support/httpRaw.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
const ofSize = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes - '{"a":""}'.length) });

describe('the server at its door', () => {
  let server: TestServer;
  let taken: unknown[];
  before(async () => {
    const handle = async ({ body }: { body: unknown }) => {
      taken.push(body);
      return { status: 200 };
    };
    server = await startServer({ routes: [botRoute(handle)] });
  });
  beforeEach(() => {
    taken = [];
  });
  after(() => server.close());

  async function post(headers: Record<string, string>, body: string | Buffer | ReadableStream): Promise<number> {
    const sent = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const response = await fetch(`${server.origin}/api/messages`, sent);
    expect(await response.text(), 'the body of the answer').to.equal('');
    return response.status;
  }

  const bomb = gzipSync(Buffer.alloc(150 * 1024 * 1024));
  const part = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhello\r\n--x--\r\n';
  const table: readonly (readonly [
    title: string,
    status: number,
    headers: Record<string, string>,
    body: string | Buffer,
  ])[] = [
    ['a gzip bomb', 415, { ...JSON_TYPE, 'content-encoding': 'gzip' }, bomb],
    ['a broken gzip header', 415, { ...JSON_TYPE, 'content-encoding': 'gzip' }, bomb.subarray(0, 4)],
    ['gzip in a content type', 415, { 'content-type': 'application/gzip' }, bomb.subarray(0, 1000)],
    ['deflate', 415, { ...JSON_TYPE, 'content-encoding': 'deflate' }, '{}'],
    ['even no encoding by name', 415, { ...JSON_TYPE, 'content-encoding': 'identity' }, '{}'],
    ['a form with a file', 415, { 'content-type': 'multipart/form-data; boundary=x' }, part],
    ['a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'],
    ['plain text', 415, { 'content-type': 'text/plain' }, '{}'],
    ['JSON that isn’t called so', 415, { 'content-type': 'application/jsonp' }, '{}'],
    ['JSON in UTF-16', 415, { 'content-type': 'application/json; charset=utf-16' }, '{}'],
    ['257 KB', 413, JSON_TYPE, ofSize(257 * 1024)],
    ['one byte too many', 413, JSON_TYPE, ofSize(limits.bodyBytes + 1)],
    ['an empty body', 400, JSON_TYPE, ''],
    ['a list', 400, JSON_TYPE, '[]'],
    ['null', 400, JSON_TYPE, 'null'],
    ['a bare text', 400, JSON_TYPE, '"{}"'],
    ['a number', 400, JSON_TYPE, '1'],
    ['half an object', 400, JSON_TYPE, '{"a":'],
    ['two objects', 400, JSON_TYPE, '{}{}'],
    ['bad UTF-8', 400, JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    [
      'overlong UTF-8',
      400,
      JSON_TYPE,
      Buffer.concat([Buffer.from('{"'), Buffer.from([0xc0, 0xaf]), Buffer.from('":1}')]),
    ],
    ['33 levels', 400, JSON_TYPE, nested(33)],
    ['100,000 levels', 400, JSON_TYPE, nested(100_000)],
    ['100,000 brackets that never close', 400, JSON_TYPE, `{"a":${'['.repeat(100_000)}`],
    ['JSON', 200, JSON_TYPE, '{"type":123}'],
    ['JSON in UTF-8', 200, { 'content-type': 'application/json; charset=utf-8' }, '{"a":"é"}'],
    ['JSON in "UTF-8"', 200, { 'content-type': 'Application/JSON;charset="UTF-8"' }, '{}'],
    ['32 levels', 200, JSON_TYPE, nested(32)],
    ['brackets in a text', 200, JSON_TYPE, JSON.stringify({ a: `\\"${'['.repeat(100)}` })],
    ['256 KB', 200, JSON_TYPE, ofSize(limits.bodyBytes)],
  ];
  for (const [title, status, headers, body] of table) {
    it(`answers ${status} to ${title}`, async () => {
      const answered = await post(headers, body);

      expect(answered).to.equal(status);
      expect(taken).to.have.lengthOf(status === 200 ? 1 : 0);
    });
  }

  it('counts what comes in pieces of unknown length', async () => {
    const bytes = Buffer.from(ofSize(257 * 1024));
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 4096) controller.enqueue(bytes.subarray(at, at + 4096));
        controller.close();
      },
    });

    const answered = await post(JSON_TYPE, pieces);

    expect(answered).to.equal(413);
    expect(taken).to.deep.equal([]);
  });

  it('puts together a character that comes in two pieces', async () => {
    const bytes = Buffer.from('{"a":"é"}');
    const pieces = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 7));
        controller.enqueue(bytes.subarray(7));
        controller.close();
      },
    });

    const answered = await post(JSON_TYPE, pieces);

    expect(answered).to.equal(200);
    expect(taken).to.deep.equal([{ a: 'é' }]);
  });

  it('cuts off who sends without end', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const head = 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

    const answer = await sendRaw(server.port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(200)}`);

    expect(statusOf(answer)).to.be.oneOf([413, 0]);
    expect(taken).to.deep.equal([]);
  });

  const heads: readonly (readonly [title: string, status: number, lines: readonly string[], body?: string])[] = [
    [
      'a compressed transfer',
      415,
      ['Host: a', 'Content-Type: application/json', 'Transfer-Encoding: gzip, chunked'],
      '2\r\n{}\r\n0\r\n\r\n',
    ],
    ['no host', 400, ['Content-Length: 0']],
    ['a host that is no host', 400, ['Host: [', 'Content-Type: application/json', 'Content-Length: 2']],
    ['a host with a path', 400, ['Host: a/b', 'Content-Type: application/json', 'Content-Length: 2']],
    ['a host with a bad port', 400, ['Host: a:99999', 'Content-Type: application/json', 'Content-Length: 2']],
    ['a length that isn’t one', 400, ['Host: a', 'Content-Type: application/json', 'Content-Length: two']],
  ];
  for (const [title, status, lines, body = '{}'] of heads) {
    it(`answers ${status} to ${title}`, async () => {
      const head = ['POST /api/messages HTTP/1.1', 'Connection: close', ...lines].join('\r\n');

      const answer = await sendRaw(server.port, `${head}\r\n\r\n${body}`);

      expect(statusOf(answer)).to.equal(status);
      expect(taken).to.deep.equal([]);
    });
  }

  it('goes on after a client that left in the middle', async () => {
    const controller = new AbortController();
    const unfinished = new ReadableStream({
      start: (stream) => stream.enqueue(Buffer.from('{"a":')),
      pull: () => controller.abort(),
    });
    const sent = { method: 'POST', headers: JSON_TYPE, body: unfinished, duplex: 'half', signal: controller.signal };

    const left = await fetch(`${server.origin}/api/messages`, sent as RequestInit).catch(() => 'left');
    const afterwards = await post(JSON_TYPE, '{}');

    expect([left, afterwards]).to.deep.equal(['left', 200]);
    expect(taken).to.deep.equal([{}]);
  });
});
