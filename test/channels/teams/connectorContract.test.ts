import { type Activity, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { statusOf } from '../../../src/channels/teams/statusOf.ts';
import type { LedgerEntry } from '../../support/fakeConnector.ts';
import { BOT_TOKEN, startTeamsBot, type TeamsBot } from '../../support/teamsBot.ts';

/** What the other side goes by. */
const HEADERS = ['authorization', 'content-type', 'accept', 'x-ms-conversation-id'] as const;

const card = MessageFactory.attachment(CardFactory.adaptiveCard({ type: 'AdaptiveCard', body: [], at: new Date(0) }));

const TURNS: Readonly<Record<string, (context: TurnContext) => Promise<unknown>>> = {
  'a reply': (context) => context.sendActivity('Hello Ada, “how” are you? 🙂 <b>&amp;'),
  'a card with a summary': (context) => context.sendActivity({ ...card, summary: 'A question' }),
  'a message that answers none': async (context) => {
    const activity = { ...MessageFactory.text('by the way'), ...reference(context) };
    await context.adapter.sendActivities(context, [activity]);
  },
  'several at once': (context) => context.sendActivities([{ type: 'typing' }, MessageFactory.text('two')]),
  'an update': (context) => context.updateActivity({ ...card, id: '1:card/ü?#' }),
  'a deletion': (context) => context.deleteActivity('1:card/ü?#'),
  'times and data of all kinds': (context) =>
    context.sendActivity({
      type: 'message',
      text: 'all',
      timestamp: new Date('2024-05-06T07:08:09.123Z'),
      localTimestamp: new Date('2024-05-06T07:08:09Z'),
      expiration: new Date('2024-05-07T00:00:00Z'),
      channelData: { when: new Date(1), nothing: null, list: [1, 'two', { three: undefined }] },
      value: { verb: 'start' },
      entities: [{ type: 'mention', mentioned: { id: '29:1', name: 'Ada' }, text: '<at>Ada</at>' }],
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Help', value: 'help' }] },
    }),
  'what a channel knows of people': (context) => {
    Object.assign(context.activity.from, { userRole: 'admin', email: 'ada@example.com' });
    Object.assign(context.activity.conversation, { topic: 'secret' });
    return context.sendActivity('hello');
  },
};

function reference(context: TurnContext): Partial<Activity> {
  const { conversation, from, recipient, serviceUrl, channelId } = context.activity;
  return { conversation, from: recipient, recipient: from, serviceUrl, channelId };
}

describe('the lean connector', () => {
  let lean: TeamsBot;
  let stock: TeamsBot;

  before(async () => {
    lean = await startTeamsBot({ connector: 'lean' });
    stock = await startTeamsBot({ connector: 'stock' });
  });
  beforeEach(() => {
    lean.connector.clear();
    stock.connector.clear();
  });
  after(() => Promise.all([lean.close(), stock.close()]));

  for (const [what, turn] of Object.entries(TURNS)) {
    for (const scope of ['personal', 'channel'] as const) {
      it(`puts ${what} on the wire as the SDK's own does (${scope})`, async () => {
        await stock.deliver({ ...stock.ada.says('hi', scope), id: '1:same' }, turn);

        const { status } = await lean.deliver({ ...lean.ada.says('hi', scope), id: '1:same' }, turn);

        expect(status).to.equal(200);
        expect(lean.connector.count()).to.be.greaterThan(0);
        expect(wire(lean)).to.deep.equal(wire(stock));
      });
    }
  }

  it('sends the bot’s token', async () => {
    await lean.deliver(lean.ada.says('hi'), (context) => context.sendActivity('hello'));

    expect(lean.connector.ledger[0]?.headers.authorization).to.equal(`Bearer ${BOT_TOKEN}`);
  });

  it('gives back the id of what it posted, as the SDK’s own does', async () => {
    const ids: unknown[] = [];
    for (const bot of [lean, stock]) {
      await bot.deliver(bot.ada.says('hi'), async (context) => {
        const posted = await context.sendActivity('hello');
        ids.push(posted?.id === bot.connector.ledger[0]?.id);
      });
    }

    expect(ids).to.deep.equal([true, true]);
  });

  for (const status of [400, 403, 404, 413]) {
    it(`fails with the status ${status}, as the SDK’s own does`, async () => {
      const seen: unknown[] = [];
      for (const bot of [lean, stock]) {
        bot.connector.failNext({ answer: status, code: 'Scripted' });
        await bot.deliver(bot.ada.says('hi'), (context) =>
          context.sendActivity('hello').catch((error) => seen.push(statusOf(error))),
        );
      }

      expect(seen).to.deep.equal([status, status]);
    });
  }
});

function wire(bot: TeamsBot) {
  const host = bot.connector.serviceUrl;
  return bot.connector.ledger.map(({ operation, method, path, headers, body }: LedgerEntry) => ({
    ...{ operation, method, path },
    headers: HEADERS.map((name) => headers[name]),
    body: JSON.parse(JSON.stringify(body ?? null).replaceAll(host, 'https://connector/')),
  }));
}
