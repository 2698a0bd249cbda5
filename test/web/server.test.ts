import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Posted } from '../../web/outbox.ts';
import { postMessage } from '../../web/server.ts';

describe('what the page makes of an answer to a message', () => {
  const ofNode = globalThis.fetch;
  let server: Server;
  let answer: readonly [status: number, headers: Record<string, string>];
  before(async () => {
    server = createServer((_, response) => {
      response.writeHead(...answer);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    // A browser asks where its page is from; Node has no page.
    globalThis.fetch = (path, init) => ofNode(new URL(String(path), `http://127.0.0.1:${port}`), init);
  });
  after(async () => {
    globalThis.fetch = ofNode;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const table: readonly (readonly [status: number, headers: Record<string, string>, posted: Posted])[] = [
    [204, {}, { end: 'sent' }],
    [413, {}, { end: 'refused' }],
    [429, { 'Retry-After': '5' }, { end: 'too-fast', after: 5_000 }],
    [503, { 'Retry-After': '3' }, { end: 'busy', after: 3_000 }],
    // Not from us: a proxy answers so for as long as nothing is behind it, and says nothing on how long that takes.
    [503, {}, { end: 'again' }],
    [503, { 'Retry-After': 'Thu, 01 Jan 2026 00:00:00 GMT' }, { end: 'again' }],
    [429, {}, { end: 'again' }],
    [502, {}, { end: 'again' }],
    [500, { 'Retry-After': '3' }, { end: 'again', after: 3_000 }],
  ];
  for (const [status, headers, expected] of table) {
    const when = headers['Retry-After'] ? ` to come back in ${headers['Retry-After']}` : '';
    it(`is "${expected.end}" for ${status}${when}`, async () => {
      answer = [status, headers];

      const posted = await postMessage({ id: 'a', text: 'hi' }, async () => false);

      expect(posted).to.deep.equal(expected);
    });
  }
});
