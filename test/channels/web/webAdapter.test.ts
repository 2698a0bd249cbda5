import { type Activity, CardFactory, type ConversationReference, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { messageActivity } from '../../../src/channels/web/webActivity.ts';
import { WebAdapter } from '../../../src/channels/web/webAdapter.ts';
import { type MemoryWebHistory, memoryWebHistory } from '../../support/httpWebStores.ts';

const AT = new Date(Date.UTC(2026, 0, 15));
const incoming = messageActivity({ id: '1', text: 'hi' }, { session: 's', at: AT });

describe('WebAdapter', () => {
  let history: MemoryWebHistory;
  let woken: string[];
  let adapter: WebAdapter;
  beforeEach(() => {
    history = memoryWebHistory();
    woken = [];
    adapter = new WebAdapter({ history, clock: () => AT, wake: (session) => woken.push(session) });
  });

  const rows = async () => (await history.after('s', 0, 100)).map(({ activity }) => activity);

  it('writes what is sent and answers with its number', async () => {
    let sent: unknown;

    await adapter.processActivity(incoming, async (context) => {
      sent = await context.sendActivities([{ text: 'one' }, { type: 'typing' }, { type: 'message', text: 'two' }]);
    });

    const from = { role: 'bot' };
    expect(await rows()).to.deep.equal([
      { type: 'message', from, text: 'one' },
      { type: 'message', from, text: 'two' },
    ]);
    expect(sent).to.deep.equal([{ id: '1' }, { id: '' }, { id: '2' }]);
  });

  it('writes cards with their summary', async () => {
    const attachments = [CardFactory.adaptiveCard({ type: 'AdaptiveCard' })];

    await adapter.processActivity(incoming, async (context) => {
      await context.sendActivity({ type: 'message', summary: 'A card', attachments });
    });

    expect(await rows()).to.deep.equal([{ type: 'message', from: { role: 'bot' }, summary: 'A card', attachments }]);
  });

  it('writes what the bot says of a message besides', async () => {
    await adapter.processActivity(incoming, async (context) => {
      await context.sendActivity({ type: 'message', text: 'hi', channelData: { answer: 'e1', by: 'Ana' } });
    });

    const channelData = { answer: 'e1', by: 'Ana' };
    expect(await rows()).to.deep.equal([{ type: 'message', from: { role: 'bot' }, text: 'hi', channelData }]);
  });

  it('writes updates and deletions as rows of their own', async () => {
    await adapter.processActivity(incoming, async (context) => {
      await context.updateActivity({ type: 'message', id: '7', text: 'changed' });
      await context.deleteActivity('7');
    });

    expect(await rows()).to.deep.equal([
      { type: 'messageUpdate', id: '7', from: { role: 'bot' }, text: 'changed' },
      { type: 'messageDelete', id: '7' },
    ]);
  });

  it('wakes the pages after a turn that sends nothing itself, whatever came of it', async () => {
    await adapter.processActivity(incoming, async () => undefined);
    const failed = await adapter
      .processActivity(incoming, () => Promise.reject(new Error('failed')))
      .catch((error: unknown) => error);

    expect(woken).to.deep.equal(['s', 's']);
    expect(failed).to.be.instanceOf(Error).with.property('message', 'failed');
  });

  it('runs its middleware', async () => {
    const seen: string[] = [];
    adapter.use(async (context, next) => {
      seen.push(context.activity.type);
      await next();
    });

    await adapter.processActivity(incoming, async () => {
      seen.push('logic');
    });

    expect(seen).to.deep.equal(['message', 'logic']);
  });

  const reference = TurnContext.getConversationReference(incoming as Activity) as ConversationReference;
  const ways = {
    continueConversation: () => adapter.continueConversation(reference, (context) => say(context)),
    'continueConversationAsync with an app id': () => adapter.continueConversationAsync('app', reference, say),
    'continueConversationAsync with an audience': () => adapter.continueConversationAsync('app', reference, 'x', say),
  };
  const say = async (context: TurnContext) => {
    await context.sendActivity(`${context.activity.name} for ${context.activity.from.id}`);
  };
  for (const [title, run] of Object.entries(ways)) {
    it(`begins a turn of its own by ${title}`, async () => {
      await run();

      expect(await rows()).to.deep.equal([
        { type: 'message', from: { role: 'bot' }, text: 'continueConversation for web:s' },
      ]);
      expect(woken).to.include('s');
    });
  }
});
