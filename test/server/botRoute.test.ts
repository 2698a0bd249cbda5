import { expect } from 'chai';
import { type BotHandler, type BotRequest, botRoute } from '../../src/server/botRoute.ts';
import { startServer, type TestServer } from '../support/httpServer.ts';

describe('botRoute', () => {
  let server: TestServer;
  let seen: BotRequest | null;
  let answer: Awaited<ReturnType<BotHandler>>;
  before(async () => {
    const handle: BotHandler = async (request) => {
      seen = request;
      return answer;
    };
    server = await startServer({ routes: [botRoute(handle)] });
  });
  beforeEach(() => {
    seen = null;
    answer = { status: 200 };
  });
  after(() => server.close());

  function post(headers: Record<string, string> = {}): Promise<Response> {
    const own = { 'content-type': 'application/json', ...headers };
    return fetch(`${server.origin}/api/messages`, { method: 'POST', headers: own, body: '{"type":"message"}' });
  }

  it('hands over what was sent, who sent it and on whose authority', async () => {
    await post({ authorization: 'Bearer abc' });

    const facts = { authorization: 'Bearer abc', remoteAddress: '127.0.0.1', forwarded: false };
    expect(seen).to.deep.equal({ body: { type: 'message' }, ...facts });
  });

  for (const name of ['forwarded', 'x-forwarded-for', 'X-Forwarded-Proto', 'X-FORWARDED-ANYTHING']) {
    it(`tells by ${name} that a proxy passed it on`, async () => {
      await post({ [name]: '' });

      expect(seen?.forwarded).to.equal(true);
    });
  }

  it('answers with a bare status', async () => {
    answer = { status: 401 };

    const response = await post();

    expect([response.status, response.headers.get('content-type'), await response.text()]).to.deep.equal([
      401,
      null,
      '',
    ]);
  });

  it('answers with JSON', async () => {
    answer = { status: 200, body: { task: { type: 'continue' } } };

    const response = await post();

    expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(await response.json()).to.deep.equal({ task: { type: 'continue' } });
  });
});
