import { expect } from 'chai';
import type { SlackAnswer } from '../../src/channels/slack/slackAnswer.ts';
import type { SlackRequest } from '../../src/channels/slack/slackRequest.ts';
import { limits } from '../../src/server/limits.ts';
import { slackRoutes } from '../../src/server/slackRoutes.ts';
import { sendRaw, statusOf } from '../support/httpRaw.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

describe('slackRoutes', () => {
  let server: TestServer;
  let seen: SlackRequest[];
  let answer: SlackAnswer | Error;
  before(async () => {
    const receive = async (request: SlackRequest) => {
      seen.push(request);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    server = await startServer({ routes: slackRoutes({ receive }) });
  });
  beforeEach(() => {
    seen = [];
    answer = { status: 200 };
  });
  after(() => server.close());

  function post(path: string, contentType: string, body: string | Buffer | ReadableStream): Promise<Response> {
    const headers = { 'content-type': contentType, 'x-slack-signature': 'v0=abc' };
    return fetch(`${server.origin}${path}`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  }

  for (const way of ['events', 'actions', 'commands'] as const) {
    it(`hands over what comes to /slack/${way}, byte for byte`, async () => {
      const sent = Buffer.from([0x7b, 0x20, 0xff, 0x00, 0x0d, 0x0a, 0xc3, 0xa9, 0x7d]);

      await post(`/slack/${way}`, JSON_TYPE, sent);

      expect(seen.map((each) => each.way)).to.deep.equal([way]);
      expect(seen[0]?.bytes.equals(sent)).to.equal(true);
      expect(seen[0]?.header('x-slack-signature')).to.equal('v0=abc');
    });
  }

  it('hands over an empty body', async () => {
    await post('/slack/events', JSON_TYPE, '');

    expect(seen[0]?.bytes).to.have.lengthOf(0);
  });

  it('puts together what comes in pieces', async () => {
    const pieces = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from([0x7b, 0xc3]));
        controller.enqueue(Buffer.from([0xa9, 0x7d]));
        controller.close();
      },
    });

    await post('/slack/events', JSON_TYPE, pieces);

    expect(seen[0]?.bytes.toString()).to.equal('{é}');
  });

  const types: readonly (readonly [sent: string, given: string | null])[] = [
    [JSON_TYPE, JSON_TYPE],
    [FORM_TYPE, FORM_TYPE],
    ['application/json; charset=utf-8', JSON_TYPE],
    ['Application/X-WWW-Form-URLEncoded;Charset="UTF-8"', FORM_TYPE],
    ['application/json; charset=utf-16', null],
    ['application/x-www-form-urlencoded; charset=iso-8859-1', null],
    ['application/json; charset=utf-8; boundary=x', null],
    ['application/jsonp', null],
    ['multipart/form-data; boundary=x', null],
    ['text/plain', null],
    ['application', null],
  ];
  for (const [sent, given] of types) {
    it(given === null ? `answers 415 to ${sent}` : `takes ${sent} as ${given}`, async () => {
      const { status } = await post('/slack/actions', sent, 'payload=%7B%7D');

      expect(status).to.equal(given === null ? 415 : 200);
      expect(seen.map(({ contentType }) => contentType)).to.deep.equal(given === null ? [] : [given]);
    });
  }

  it('answers 415 where no type is named', async () => {
    const head = 'POST /slack/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}';

    const answered = await sendRaw(server.port, head);

    expect([statusOf(answered), seen.length]).to.deep.equal([415, 0]);
  });

  it('takes as much as the limit says', async () => {
    const { status } = await post('/slack/events', JSON_TYPE, Buffer.alloc(limits.bodyBytes));

    expect([status, seen[0]?.bytes.length]).to.deep.equal([200, limits.bodyBytes]);
  });

  it('answers 413 to one byte more', async () => {
    const { status } = await post('/slack/events', JSON_TYPE, Buffer.alloc(limits.bodyBytes + 1));

    expect([status, seen.length]).to.deep.equal([413, 0]);
  });

  it('counts what comes in pieces of unknown length', async () => {
    const pieces = new ReadableStream({
      start(controller) {
        for (let size = 0; size <= limits.bodyBytes; size += 4096) controller.enqueue(Buffer.alloc(4096));
        controller.close();
      },
    });

    const { status } = await post('/slack/events', JSON_TYPE, pieces);

    expect([status, seen.length]).to.deep.equal([413, 0]);
  });

  it('answers 405 to anything but POST', async () => {
    const { status, headers } = await fetch(`${server.origin}/slack/commands`);

    expect([status, headers.get('allow')]).to.deep.equal([405, 'POST']);
  });

  it('answers with a bare status', async () => {
    answer = { status: 401 };

    const response = await post('/slack/events', JSON_TYPE, '{}');

    const said = [response.status, response.headers.get('content-type'), await response.text()];
    expect(said).to.deep.equal([401, null, '']);
  });

  it('answers with an object as JSON', async () => {
    answer = { status: 200, body: { response_action: 'clear' } };

    const response = await post('/slack/actions', FORM_TYPE, 'payload=%7B%7D');

    expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(await response.json()).to.deep.equal({ response_action: 'clear' });
  });

  it('answers with a text as plain text', async () => {
    answer = { status: 200, body: 'abcé' };

    const response = await post('/slack/events', JSON_TYPE, '{}');

    expect(response.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
    expect(await response.text()).to.equal('abcé');
  });

  it('answers 500, and nothing else, where the channel throws', async () => {
    answer = new Error('no');

    const response = await post('/slack/events', JSON_TYPE, '{}');

    expect([response.status, await response.text()]).to.deep.equal([500, '']);
  });
});
