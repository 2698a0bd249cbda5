import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { Agent } from 'undici';
import { createDeliver } from '../../src/bots/deliver.ts';
import { drawAdaptiveCard } from '../../src/bots/drawAdaptiveCard.ts';
import { createPosting } from '../../src/bots/outbox/posting.ts';
import { renderCards } from '../../src/bots/renderCards.ts';
import { type CardView, VIEW_CONTENT_TYPE } from '../../src/cards/model.ts';
import { messageActivity } from '../../src/channels/web/webActivity.ts';
import { WebAdapter } from '../../src/channels/web/webAdapter.ts';
import type { Deliver, Delivery } from '../../src/helpdesk/outbox.ts';
import { memoryWebHistory } from '../support/httpWebStores.ts';
import { ADA, BOT, personalChatId, TENANT } from '../support/teamsActivity.ts';
import { startTeamsBot, type TeamsBot } from '../support/teamsBot.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';

const message: Partial<Activity> = { type: 'message', text: 'Hello' };

describe('delivering from the outbox to Teams', () => {
  let bot: TeamsBot;
  let deliver: Deliver;
  let waits: number[];

  before(async () => {
    bot = await startTeamsBot({
      wait: async (milliseconds) => void waits.push(milliseconds),
      dispatcher: new Agent({ headersTimeout: 100 }),
    });
    deliver = createDeliver(createPosting({ msteams: { adapter: bot.channel.adapter, appId: APP_ID } }));
  });
  beforeEach(() => {
    waits = [];
    bot.connector.clear();
  });
  after(() => bot.close());

  const reference = (others: Partial<ConversationReference> = {}): Partial<ConversationReference> => ({
    channelId: 'msteams',
    serviceUrl: bot.connector.serviceUrl,
    bot: BOT,
    user: ADA,
    conversation: {
      id: personalChatId(ADA),
      conversationType: 'personal',
      tenantId: TENANT,
      isGroup: false,
      name: '',
    },
    ...others,
  });
  const posting = (activity: Partial<Activity>, others: Partial<Delivery> = {}) =>
    deliver(rowOf({ channel: 'msteams', reference: reference(), activity }, others));

  it('posts the message where the reference says, and gives its id as the receipt', async () => {
    const outcome = await posting({ type: 'message', text: 'Your case is with the helpdesk' });

    const [call] = bot.connector.ledger;
    expect(outcome).to.deep.equal({ kind: 'delivered', receipt: call?.id });
    expect(call).to.include({ operation: 'send', conversation: personalChatId(ADA) });
    expect(call?.body).to.deep.include({ text: 'Your case is with the helpdesk', from: BOT, recipient: ADA });
    expect(call?.body).not.to.have.property('replyToId');
  });

  it('posts into a thread where the reference names a message', async () => {
    await deliver(rowOf({ channel: 'msteams', reference: reference({ activityId: 'root' }), activity: message }));

    expect(bot.connector.ledger[0]).to.include({ operation: 'reply', activity: 'root' });
  });

  it('draws cards as everything that the bot sends', async () => {
    bot.channel.adapter.use(renderCards(() => drawAdaptiveCard));
    const view: CardView = { title: 'A case', blocks: [], actions: [], standing: [], more: [] };

    await posting({
      type: 'message',
      attachments: [{ contentType: VIEW_CONTENT_TYPE, content: { view, card: null } }],
    });

    expect(bot.connector.last().attachments[0].contentType).to.equal('application/vnd.microsoft.card.adaptive');
  });

  it('says that a message may be a repeat, if there are words for that', async () => {
    const payload = { channel: 'msteams', reference: reference(), activity: message, ifRepeated: { text: 'Again' } };

    await deliver(rowOf(payload));
    await deliver(rowOf(payload, { mayBeRepeat: true, attempt: 2 }));
    await posting(message, { mayBeRepeat: true, attempt: 2 });

    expect(bot.connector.ledger.map(({ body }) => body.text)).to.deep.equal(['Hello', 'Again', 'Hello']);
  });

  for (const { answer, kind } of [
    { answer: 400, kind: 'refused' },
    { answer: 401, kind: 'not-taken' },
    { answer: 402, kind: 'not-taken' },
    { answer: 403, kind: 'refused' },
    { answer: 404, kind: 'refused' },
    { answer: 408, kind: 'unclear' },
    { answer: 410, kind: 'refused' },
    { answer: 412, kind: 'unclear' },
    { answer: 413, kind: 'refused' },
    { answer: 429, kind: 'not-taken' },
    { answer: 500, kind: 'unclear' },
    { answer: 502, kind: 'unclear' },
    { answer: 503, kind: 'unclear' },
    { answer: 504, kind: 'unclear' },
  ] as const) {
    it(`takes ${answer} as ${kind}`, async () => {
      bot.connector.failNext({ answer });

      const outcome = await posting(message);

      expect(outcome).to.include({ kind, why: `status-${answer}` });
      expect(bot.connector.ledger).to.have.lengthOf(1);
    });
  }

  for (const { answer, kind } of [
    { answer: 429, kind: 'not-taken' },
    { answer: 503, kind: 'unclear' },
  ] as const) {
    it(`passes on how long to wait with ${answer}`, async () => {
      bot.connector.failNext({ answer, headers: { 'retry-after': '30' } });

      const outcome = await posting(message);

      expect(outcome).to.deep.equal({ kind, retryAfterMs: 30_000, why: `status-${answer}` });
    });
  }

  it('lets the connector wait and call once more where that is short', async () => {
    const busy = { answer: 429, headers: { 'retry-after': '2' } };
    bot.connector.failNext(busy, busy);

    const outcome = await posting(message);

    expect(waits).to.deep.equal([2_000]);
    expect(outcome).to.deep.equal({ kind: 'not-taken', retryAfterMs: 2_000, why: 'status-429' });
  });

  for (const answer of ['reset', 'silence'] as const) {
    it(`takes a connection that ends in ${answer} as unclear`, async () => {
      bot.connector.failNext({ answer });

      const outcome = await posting(message);

      expect(outcome).to.include({ kind: 'unclear' });
    });
  }

  it('takes a refused connection as not taken', async () => {
    const gone = await startTeamsBot();
    await gone.close();

    const outcome = await deliver(
      rowOf({
        channel: 'msteams',
        reference: reference({ serviceUrl: gone.connector.serviceUrl }),
        activity: message,
      }),
    );

    expect(outcome).to.deep.equal({ kind: 'not-taken', why: 'ECONNREFUSED' });
  });

  it('knows how it ended also when the adapter has an error handler of its own', async () => {
    const handled: unknown[] = [];
    bot.channel.adapter.onTurnError = async (_, error) => void handled.push(error);
    bot.connector.failNext({ answer: 403 });

    const outcome = await posting(message);

    expect([outcome, handled]).to.deep.equal([{ kind: 'refused', why: 'status-403' }, []]);
  });
});

describe('delivering from the outbox to the web page', () => {
  const incoming = messageActivity({ id: '1', text: 'hi' }, { session: 's', at: new Date(0) });
  const reference = TurnContext.getConversationReference(incoming);

  it('writes the message into the history, and gives its number as the receipt', async () => {
    const history = memoryWebHistory();
    const woken: string[] = [];
    const adapter = new WebAdapter({ history, clock: () => new Date(0), wake: (session) => woken.push(session) });

    const outcome = await createDeliver(createPosting({ web: { adapter, appId: '' } }))(
      rowOf({ channel: 'web', reference, activity: message }),
    );

    expect(outcome).to.deep.equal({ kind: 'delivered', receipt: '1' });
    expect(await history.after('s', 0, 10)).to.deep.equal([
      { seq: 1, activity: { type: 'message', from: { role: 'bot' }, text: 'Hello' } },
    ]);
    expect(woken).to.include('s');
  });

  it('tries again where the history can’t be written', async () => {
    const history = {
      ...memoryWebHistory(),
      append: async () => Promise.reject(Object.assign(new Error('scripted'), { code: 'storage-failed' })),
    };
    const adapter = new WebAdapter({ history, clock: () => new Date(0), wake: () => undefined });

    const outcome = await createDeliver(createPosting({ web: { adapter, appId: '' } }))(
      rowOf({ channel: 'web', reference, activity: message }),
    );

    expect(outcome).to.deep.equal({ kind: 'unclear', why: 'storage-failed' });
  });

  for (const { what, payload } of [
    { what: 'nothing', payload: {} },
    { what: 'no activity', payload: { channel: 'web', reference } },
    { what: 'no conversation', payload: { channel: 'web', reference: { channelId: 'web' }, activity: message } },
    {
      what: 'no id of one',
      payload: { channel: 'web', reference: { ...reference, conversation: {} }, activity: message },
    },
    { what: 'a list for an activity', payload: { channel: 'web', reference, activity: [] } },
    { what: 'a word for a repeat', payload: { channel: 'web', reference, activity: message, ifRepeated: 'again' } },
  ]) {
    it(`refuses a payload with ${what}`, async () => {
      const outcome = await createDeliver(createPosting({}))(rowOf(payload));

      expect(outcome).to.deep.equal({ kind: 'refused', why: 'malformed' });
    });
  }

  for (const channel of ['web', 'constructor']) {
    it(`keeps what is for ${channel}, a channel that isn’t there, for when it is`, async () => {
      const outcome = await createDeliver(createPosting({}))(rowOf({ channel, reference, activity: message }));

      expect(outcome).to.deep.equal({ kind: 'not-taken', why: 'no-such-channel' });
    });
  }
});

function rowOf(payload: object, others: Partial<Delivery> = {}): Delivery {
  const since = new Date('2026-03-01T12:00:00Z');
  const row = { id: 'r', queue: 'q', person: null, since, attempt: 1, unheard: 0, failures: 0, mayBeRepeat: false };
  // What comes out of the outbox has been JSON.
  return { ...row, payload: JSON.parse(JSON.stringify(payload)), lease: 'lease', isLast: false, ...others };
}
