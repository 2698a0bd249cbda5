import { expect } from 'chai';
import { Agent } from 'undici';
import { ConnectorError } from '../../../src/channels/teams/connectorError.ts';
import type { ConnectorFault } from '../../support/fakeConnector.ts';
import { startTeamsBot, type TeamsBot } from '../../support/teamsBot.ts';

const NOW = new Date('2024-05-06T07:08:09Z');

describe('a call of the lean connector', () => {
  let bot: TeamsBot;
  let waits: number[];

  before(async () => {
    bot = await startTeamsBot({
      // Shorter than in production, so that the test of silence is over soon.
      dispatcher: new Agent({ headersTimeout: 100 }),
      wait: async (milliseconds) => void waits.push(milliseconds),
      now: () => NOW,
    });
  });
  beforeEach(() => {
    waits = [];
    bot.connector.clear();
  });
  after(() => bot.close());

  it('waits as long as a 429 asks for and calls once more', async () => {
    const error = await failure({ answer: 429, headers: { 'retry-after': '2' } });

    expect(error).to.equal(null);
    expect(waits).to.deep.equal([2_000]);
    expect(bot.connector.ledger.map(({ status }) => status)).to.deep.equal([429, 201]);
  });

  it('reads a 429 that names a time', async () => {
    await failure({ answer: 429, headers: { 'retry-after': 'Mon, 06 May 2024 07:08:10 GMT' } });

    expect(waits).to.deep.equal([1_000]);
  });

  it('calls no third time', async () => {
    const busy: ConnectorFault = { answer: 429, headers: { 'retry-after': '0' } };

    const error = await failure(busy, busy);

    expect(error?.statusCode).to.equal(429);
    expect(bot.connector.count()).to.equal(2);
  });

  for (const headers of [{ 'retry-after': '60' }, {}] as const) {
    it(`gives up on a 429 with ${JSON.stringify(headers)}, and says how long to wait`, async () => {
      const error = await failure({ answer: 429, headers });

      expect(error).to.include({ statusCode: 429, retryAfterMs: 'retry-after' in headers ? 60_000 : undefined });
      expect(bot.connector.count()).to.equal(1);
    });
  }

  for (const status of [408, 500, 502, 503, 504]) {
    it(`calls once for a ${status}: the message may be there already`, async () => {
      const error = await failure({ answer: status, headers: { 'retry-after': '0' } });

      expect(error).to.include({ code: 'channel-failed', statusCode: status });
      expect(bot.connector.count()).to.equal(1);
    });
  }

  for (const answer of ['silence', 'reset'] as const) {
    it(`fails without a status after ${answer}`, async () => {
      const error = await failure({ answer });

      expect(error).to.include({ code: 'channel-failed', statusCode: undefined });
      expect(error?.cause).to.be.an('error');
      expect(bot.connector.count()).to.equal(1);
    });
  }

  it('doesn’t follow a redirect: the token stays where it was sent', async () => {
    const error = await failure({ answer: 302, headers: { location: `${bot.connector.serviceUrl}elsewhere` } });

    expect(error?.statusCode).to.equal(302);
    expect(bot.connector.count()).to.equal(1);
  });

  it('says the connector’s own code', async () => {
    const error = await failure({ answer: 403, code: 'BotNotInConversationRoster' });

    expect(error?.connectorCode).to.equal('BotNotInConversationRoster');
  });

  async function failure(...faults: ConnectorFault[]): Promise<ConnectorError | null> {
    let caught: ConnectorError | null = null;
    bot.connector.failNext(...faults);
    const { status } = await bot.deliver(bot.ada.says('hi'), (context) =>
      context.sendActivity('hello').catch((error) => {
        caught = error;
      }),
    );
    expect(status).to.equal(200);
    if (caught !== null) expect(caught).to.be.instanceOf(ConnectorError);
    return caught;
  }
});
