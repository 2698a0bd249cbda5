import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { postToSlackRoute } from './postToSlackRoute.ts';

describe('a delivery of Slack’s', () => {
  for (const [what, answer] of [
    ['nothing', ''],
    ['half of an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
  ] as const) {
    it(`is given up where ${what} comes in time`, async () => {
      const server = createServer(({ socket }) => void socket.write(answer)).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

      const posted = postToSlackRoute(origin, 'events', {}, { secret: 's', now: () => new Date(0), within: 100 });
      const fault: unknown = await posted.catch((thrown: unknown) => thrown);

      server.closeAllConnections();
      server.close();
      expect(String(fault)).to.equal('Error: no answer from /slack/events within 100 ms: Slack has given up');
    });
  }
});
