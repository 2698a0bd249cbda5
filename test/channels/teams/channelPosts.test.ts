import { type Activity, type ConversationReference, MessageFactory, type TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { channelOf } from '../../../src/channels/teams/channelOf.ts';
import { rootOf } from '../../../src/channels/teams/rootOf.ts';
import { teamsDeskReference } from '../../../src/channels/teams/teamsDeskReference.ts';
import { threadOf } from '../../../src/channels/teams/threadOf.ts';
import { ADA, BOT, TENANT, type TeamsThread } from '../../support/teamsActivity.ts';
import { startTeamsBot, type TeamsBot } from '../../support/teamsBot.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
const CHANNEL = '19:desk@thread.tacv2';
const THREAD = `${CHANNEL};messageid=1700000000000`;

describe('the id of a conversation in Teams', () => {
  const ids: readonly (readonly [id: string, channel: string, root: string | null])[] = [
    [CHANNEL, CHANNEL, null],
    [THREAD, CHANNEL, '1700000000000'],
    [`${THREAD};other=1`, CHANNEL, '1700000000000'],
    [`${CHANNEL};other=1;messageid=2`, CHANNEL, '2'],
    [`${CHANNEL};messageid=`, CHANNEL, null],
    ['a:1private', 'a:1private', null],
    ['', '', null],
  ];
  for (const [id, channel, root] of ids) {
    it(`names the channel, and the message that a thread begins with: ${id}`, () => {
      expect([channelOf(id), rootOf(id)]).to.deep.equal([channel, root]);
    });
  }

  it('is made of both', () => {
    expect(threadOf(CHANNEL, '1700000000000')).to.equal(THREAD);
    expect(threadOf(`${CHANNEL};messageid=1`, '1700000000000')).to.equal(THREAD);
  });
});

describe('posting in a channel of Teams', () => {
  let bot: TeamsBot;
  before(async () => {
    bot = await startTeamsBot();
  });
  beforeEach(() => bot.connector.clear());
  after(() => bot.close());

  const desk = (): Partial<ConversationReference> =>
    teamsDeskReference({ serviceUrl: bot.connector.serviceUrl, channelId: THREAD, tenant: TENANT, botId: BOT.id });
  const post = (reference: Partial<ConversationReference>, activity: Partial<Activity>) =>
    bot.channel.adapter.continueConversationAsync(APP_ID, reference, async (context) => {
      // As the outbox does: the SDK would reply to an event that nobody sent.
      Reflect.deleteProperty(context.activity, 'id');
      await context.sendActivity(activity);
    });

  it('begins a thread of its own where only the configuration says where', async () => {
    await post(desk(), MessageFactory.text('A new case'));

    const [call] = bot.connector.ledger;
    expect(call).to.include({ operation: 'send', conversation: CHANNEL });
    expect(call?.path).to.equal(`/v3/conversations/${encodeURIComponent(CHANNEL)}/activities`);
    expect(call?.body).to.deep.include({ text: 'A new case', from: { id: BOT.id, name: '' } });
    expect(call?.body.conversation).to.include({ id: CHANNEL, conversationType: 'channel', tenantId: TENANT });
    expect(call?.body).to.not.have.property('replyToId');
  });

  it('goes on in a thread by the conversation’s id', async () => {
    const reference = desk();
    const conversation = { ...reference.conversation, id: threadOf(CHANNEL, '1700000000007') };

    await post({ ...reference, conversation } as Partial<ConversationReference>, MessageFactory.text('sent to Luis'));

    const [call] = bot.connector.ledger;
    expect(call).to.include({ operation: 'send', conversation: `${CHANNEL};messageid=1700000000007` });
    expect(call?.path).to.include('%3Bmessageid%3D1700000000007/activities');
  });

  it('mentions people, by what Teams needs for it', async () => {
    const mention = { type: 'mention', mentioned: { id: ADA.id, name: ADA.name }, text: `<at>${ADA.name}</at>` };

    await post(desk(), { type: 'message', text: `${mention.text} a case for you`, entities: [mention] });

    expect(bot.connector.last()).to.deep.include({ text: '<at>Ada Park</at> a case for you', entities: [mention] });
  });

  it('answers in the thread that something was said in', async () => {
    const thread: TeamsThread = { channel: CHANNEL, root: '1700000000009' };

    await bot.deliver(bot.ada.says('cases', thread), (context) => context.sendActivity('none'));

    expect(bot.connector.ledger[0]).to.include({ conversation: `${CHANNEL};messageid=1700000000009` });
  });

  it('updates a card where it was tapped', async () => {
    const thread: TeamsThread = { channel: CHANNEL, root: '1700000000009' };
    const tap = bot.ada.picks({ field: 'who', who: ADA }, { verb: 'desk-assign', card: 'c' }, '1700000000010', thread);
    let seen: unknown;

    await bot.deliver(tap, async (context) => {
      seen = context.activity.value;
      await context.updateActivity({ ...MessageFactory.text('done'), id: context.activity.replyToId ?? '' });
    });

    expect(seen).to.deep.equal({ verb: 'desk-assign', card: 'c', who: ADA.aadObjectId });
    const [call] = bot.connector.ledger;
    expect(call).to.include({ operation: 'update', activity: '1700000000010' });
    expect(channelOf(call?.conversation ?? '')).to.equal(CHANNEL);
  });

  it('is told when the bot was taken out, or the channel was deleted', async () => {
    const heard: string[] = [];
    const hear = async ({ activity }: TurnContext) =>
      void heard.push(`${activity.type} ${activity.channelData.eventType}`);
    const place: TeamsThread = { channel: CHANNEL, team: '19:general@thread.tacv2' };

    await bot.deliver(bot.ada.leaves(place), hear);
    await bot.deliver(bot.ada.changesTeam('channelDeleted', place), hear);
    await bot.deliver(bot.ada.installs(place, 'remove'), hear);

    expect(heard).to.deep.equal([
      'conversationUpdate teamMemberRemoved',
      'conversationUpdate channelDeleted',
      'installationUpdate undefined',
    ]);
  });
});

describe('files of a message in Teams', () => {
  let bot: TeamsBot;
  before(async () => {
    bot = await startTeamsBot();
  });
  after(() => bot.close());

  it('are fetched by the channel, pasted ones with the bot’s token', async () => {
    const { serviceUrl } = bot.connector;
    const pasted = bot.connector.serveFile('v3/attachments/1/views/original', Buffer.from('one'), { needsToken: true });
    const attached = bot.connector.serveFile('files/two.png', Buffer.from('two'));

    const contents = [
      await contentOf(bot, { kind: 'pasted', url: pasted, serviceUrl }),
      await contentOf(bot, { kind: 'attached', url: attached, serviceUrl }),
    ];

    expect(contents).to.deep.equal(['one', 'two']);
    expect(bot.connector.ledger.map(({ operation, headers }) => [operation, headers.authorization])).to.deep.equal([
      ['file', 'Bearer token-of-the-bot'],
      ['file', undefined],
    ]);
  });
});

describe('a file of a message in Teams', () => {
  it('doesn’t hold up the end of the channel', async () => {
    const bot = await startTeamsBot();
    const { serviceUrl } = bot.connector;
    const url = bot.connector.serveFile('files/two.png', Buffer.from('two'));
    bot.connector.hold();

    const fetched = bot.channel.fetchFile({ kind: 'attached', url, serviceUrl });
    await bot.connector.waitFor(({ length }) => length === 1);
    await bot.close();

    expect(await fetched).to.include({ kind: 'not-taken' });
  });
});

async function contentOf(bot: TeamsBot, source: Parameters<TeamsBot['channel']['fetchFile']>[0]): Promise<string> {
  const fetched = await bot.channel.fetchFile(source);
  const chunks: Uint8Array[] = [];
  if (fetched.kind === 'fetched') for await (const chunk of fetched.bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
