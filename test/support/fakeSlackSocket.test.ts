import { SocketModeClient } from '@slack/socket-mode';
import { expect } from 'chai';
import { type FakeSlack, startFakeSlack } from './fakeSlack.ts';
import { slackLogger } from './slackLogger.ts';
import { slackPayloads } from './slackPayloads.ts';
import { WORKSPACE } from './slackWorkspace.ts';

describe('the fake Slack over sockets, met by the real client', () => {
  let slack: FakeSlack;
  const clients: SocketModeClient[] = [];
  const ada = slackPayloads();

  beforeEach(async () => {
    slack = await startFakeSlack();
  });

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.disconnect()));
    await slack.close();
  });

  const connect = async (heard: (line: string) => void = () => undefined) => {
    const client = new SocketModeClient({
      ...{ appToken: WORKSPACE.appToken, clientPingTimeout: 30, pingPongLoggingEnabled: true },
      logger: slackLogger(heard),
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    });
    clients.push(client);
    await client.start();
    return client;
  };

  it('greets a client and gets the ack of what it sends', async () => {
    const client = await connect();
    client.on('interactive', ({ body, ack }) => ack({ echo: body.type }));
    client.on('message', ({ ack }) => ack());

    const answer = await slack.sendOverSocket('interactive', ada.taps({}, { ts: '1.000001' }));
    const plain = await slack.sendOverSocket('events_api', ada.says('hi'));

    expect(answer).to.deep.equal({ echo: 'block_actions' });
    expect(plain).to.deep.equal({});
    expect(slack.count('apps.connections.open')).to.equal(1);
  });

  it('sends each thing to one of several connections', async () => {
    const seen: number[] = [];
    for (const number of [0, 1]) {
      const client = await connect();
      client.on('slash_commands', ({ ack }) => {
        seen.push(number);
        return ack();
      });
    }

    for (const text of ['a', 'b', 'c']) await slack.sendOverSocket('slash_commands', ada.commands(text));
    await slack.sendOverSocket('slash_commands', ada.commands('d'), { connection: 1 });

    expect(seen).to.deep.equal([0, 1, 0, 1]);
  });

  it('says that no ack came when the connection breaks, or nobody waits any more', async () => {
    const client = await connect();
    const arrived = new Promise((resolve) => client.on('message', resolve));
    const later = slack.sendOverSocket('events_api', ada.says('a'), { until: arrived });

    const unanswered = await later;
    const broken = slack.sendOverSocket('events_api', ada.says('b'));
    slack.socket.drop();

    expect([unanswered, await broken]).to.deep.equal(['none', 'none']);
  });

  for (const [title, end] of [
    ['asked to go', () => slack.socket.disconnect()],
    ['cut off', () => slack.socket.drop()],
  ] as const) {
    it(`sees a client come again that was ${title}`, async () => {
      await connect();

      end();
      await slack.waitFor((ledger) => ledger.length === 2 && slack.socket.connections() === 1);

      expect(slack.count('apps.connections.open')).to.equal(2);
    });
  }

  it('answers the pings of a client', async () => {
    const answered = new Promise<void>((resolve) => {
      void connect((line) => line.includes('received pong') && resolve());
    });

    await answered;

    expect(slack.socket.connections()).to.equal(1);
  });
});
