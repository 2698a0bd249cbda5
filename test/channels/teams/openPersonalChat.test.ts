import type { Activity, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { ADA, BOT, personalChatId, TENANT } from '../../support/teamsActivity.ts';
import { startTeamsBot, type TeamsBot } from '../../support/teamsBot.ts';

describe('openPersonalChat', () => {
  let bot: TeamsBot;

  before(async () => {
    bot = await startTeamsBot();
  });
  beforeEach(() => bot.connector.clear());
  after(() => bot.close());

  it('opens the chat with the person who wrote on the channel', async () => {
    const outcome = await open(async () => undefined);

    expect(outcome).to.equal('opened');
    expect(bot.connector.ledger[0]).to.deep.include({
      operation: 'create',
      body: { isGroup: false, bot: BOT, members: [ADA], tenantId: TENANT, channelData: { tenant: { id: TENANT } } },
    });
  });

  it('runs a turn there that is the person’s, and personal', async () => {
    let activity: Partial<Activity> = {};

    await open(async (context) => {
      ({ activity } = context);
    });

    expect(activity).to.deep.include({ from: ADA, recipient: BOT, channelId: 'msteams' });
    expect(activity.conversation).to.deep.include({
      id: personalChatId(ADA),
      conversationType: 'personal',
      tenantId: TENANT,
    });
  });

  it('sends what that turn says to the chat, not to the channel', async () => {
    await open((context) => context.sendActivity('just us'));

    expect(bot.connector.ledger.map(({ operation, conversation }) => [operation, conversation])).to.deep.equal([
      ['create', ''],
      ['send', personalChatId(ADA)],
    ]);
    expect(bot.connector.last()).to.deep.include({ text: 'just us', recipient: ADA, from: BOT });
  });

  for (const on of ['create', 'send'] as const) {
    it(`says not-installed when Teams answers 403 to ${on}`, async () => {
      bot.connector.failNext({ on, answer: 403, code: 'BotNotInConversationRoster' });

      const outcome = await open((context) => context.sendActivity('just us'));

      expect(outcome).to.equal('not-installed');
    });
  }

  it('says not-installed also when the adapter has an error handler of its own', async () => {
    const handled: unknown[] = [];
    bot.channel.adapter.onTurnError = async (_, error) => void handled.push(error);
    bot.connector.failNext({ on: 'send', answer: 403 });

    const outcome = await open((context) => context.sendActivity('just us'));

    expect([outcome, handled]).to.deep.equal(['not-installed', []]);
  });

  it('throws any other fault', async () => {
    bot.connector.failNext({ on: 'create', answer: 404 });

    const outcome = await open(async () => undefined);

    expect(outcome).to.be.an('error').that.includes({ statusCode: 404 });
  });

  async function open(turn: (context: TurnContext) => Promise<unknown>): Promise<unknown> {
    let outcome: unknown;
    await bot.deliver(bot.ada.says('help', 'channel'), async (context) => {
      const logic = async (created: TurnContext) => void (await turn(created));
      outcome = await bot.channel.openPersonalChat(context, logic).catch((error: Error) => error);
    });
    return outcome;
  }
});
