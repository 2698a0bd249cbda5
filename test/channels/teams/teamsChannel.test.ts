import { setImmediate } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { createLog } from '../../../src/log.ts';
import { teamsActivities } from '../../support/teamsActivity.ts';
import { startTeamsBot, type TeamsBot } from '../../support/teamsBot.ts';
import { createGate } from '../../turn/gate.ts';
import { SERVICE_URL, startTeamsDoor } from './testDoor.ts';

describe('the Teams channel', () => {
  let bot: TeamsBot;

  before(async () => {
    bot = await startTeamsBot();
  });
  beforeEach(() => bot.connector.clear());
  after(() => bot.close());

  it('answers 200 when the turn is done and its reply is posted', async () => {
    const answer = await bot.deliver(bot.ada.says('hi'), (context) => context.sendActivity('hello'));

    expect(answer).to.deep.equal({ status: 200 });
    expect(bot.connector.last().text).to.equal('hello');
  });

  it('runs turns for installs and both halves of them', async () => {
    const types: string[] = [];
    const note = async ({ activity }: TurnContext) => types.push(activity.type);

    for (const activity of [
      bot.ada.installs(),
      bot.ada.joins(),
      bot.ada.joins('channel'),
      bot.ada.installs('channel'),
    ]) {
      await bot.deliver(activity, note);
    }

    expect(types).to.deep.equal([
      'installationUpdate',
      'conversationUpdate',
      'conversationUpdate',
      'installationUpdate',
    ]);
  });

  for (const type of ['messageReaction', 'typing', 'endOfConversation', 'somethingNew', '__proto__']) {
    it(`takes ${type} and does nothing`, async () => {
      let turns = 0;

      const answer = await bot.deliver({ ...bot.ada.says('hi'), type }, async () => ++turns);

      expect(answer).to.deep.equal({ status: 200 });
      expect(turns).to.equal(0);
      expect(bot.connector.count()).to.equal(0);
    });
  }

  it('gives an invoke the answer of its turn', async () => {
    const answer = await bot.deliver(bot.ada.invokes('task/fetch'), (context) =>
      context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { task: { type: 'message' } } } }),
    );

    expect(answer).to.deep.equal({ status: 200, body: { task: { type: 'message' } } });
    expect(bot.connector.count()).to.equal(0);
  });

  it('answers 200 to an invoke that nobody took, so that the person reads of no error', async () => {
    const answer = await bot.deliver(bot.ada.invokes('somethingNew'), async () => undefined);

    expect(answer).to.deep.equal({ status: 200 });
  });

  it('answers 503 without a word when the turn fails, so that it comes again, and works on', async () => {
    const failed = await bot.deliver(bot.ada.says('hi'), () => Promise.reject(new Error('secret')));
    const next = await bot.deliver(bot.ada.says('hi'), (context) => context.sendActivity('hello'));

    expect([failed, next]).to.deep.equal([{ status: 503 }, { status: 200 }]);
  });

  for (const text of ['', ' ', '🙂🙂', 'x'.repeat(20_000), '\u0000\u202e']) {
    it(`hands over ${JSON.stringify(text.slice(0, 12))} (${text.length}) as it came`, async () => {
      let heard: unknown;

      await bot.deliver({ ...bot.ada.says('hi'), text }, async ({ activity }) => {
        heard = activity.text;
      });

      expect(heard).to.equal(text);
    });
  }

  it('builds its clients once, not for every turn', async () => {
    const clients = new Set<unknown>();
    const { ConnectorClientKey, UserTokenClientKey } = bot.channel.adapter;

    for (let turn = 0; turn < 3; turn++) {
      await bot.deliver(bot.ada.says('hi'), async ({ turnState }) => {
        clients.add(turnState.get(ConnectorClientKey)).add(turnState.get(UserTokenClientKey));
      });
    }

    expect(clients).to.have.length(2);
  });

  it('keeps its connections to the connector', async () => {
    for (let turn = 0; turn < 6; turn++) {
      await bot.deliver(bot.ada.says('hi'), (context) => context.sendActivity('hello'));
    }

    // The pool opens a second one when a call comes before the first has been put back.
    expect(new Set(bot.connector.ledger.map(({ connection }) => connection)).size).to.be.lessThan(3);
  });

  it('leaves every other operation of the connector to the SDK', async () => {
    let members: unknown;

    await bot.deliver(bot.ada.says('hi'), async ({ turnState, activity, adapter }) => {
      const client = turnState.get(bot.channel.adapter.ConnectorClientKey);
      members = await client.conversations
        .getConversationMembers(activity.conversation.id)
        .catch((error: Error) => error);
      expect(adapter).to.equal(bot.channel.adapter);
    });

    // The fake doesn't know members: what counts is that the call came.
    expect(members).to.include({ statusCode: 404 });
    expect(bot.connector.ledger[0]).to.deep.include({ method: 'GET', operation: 'unknown' });
  });
});

describe('a slow turn', () => {
  let bot: TeamsBot;
  let lines: string[];

  before(async () => {
    const destination = { write: (line: string) => void lines.push(line) };
    bot = await startTeamsBot({ answerWithin: 10, log: createLog({ level: 'info', destination }) });
  });
  beforeEach(() => {
    lines = [];
    bot.connector.clear();
  });
  after(() => bot.close());

  it('is answered 200 once it is taken, and goes on by itself', async () => {
    const gate = createGate();
    const through = createGate();
    const answer = await bot.deliver(bot.ada.says('hi'), async (context, taken) => {
      taken();
      await gate.opened;
      await context.sendActivity('hello');
      through.open();
    });
    const postedBefore = bot.connector.count();

    gate.open();
    await through.opened;

    expect([answer, postedBefore, bot.connector.last().text]).to.deep.equal([{ status: 200 }, 0, 'hello']);
  });

  it('is answered 503 until it is taken, so that it comes again', async () => {
    const gate = createGate();
    const through = createGate();
    const answer = await bot.deliver(bot.ada.says('hi'), async () => {
      await gate.opened;
      through.open();
    });

    gate.open();
    await through.opened;

    expect(answer).to.deep.equal({ status: 503 });
  });

  it('counts from the moment at which the request came, looking for keys included', async () => {
    const door = await startTeamsDoor({ answerWithin: 10, fetchKeysWithin: 60_000 });
    door.identity.behave('hanging');

    const answer = await door.knock(teamsActivities(SERVICE_URL).says('hi'));

    expect(answer).to.deep.equal({ status: 503 });
    expect(door.turns()).to.equal(0);
    await door.close();
  });

  it('leaves a line in the log when it fails in the end', async () => {
    const gate = createGate();
    const answer = await bot.deliver(bot.ada.says('hi'), async (_context, taken) => {
      taken();
      await gate.opened;
      throw new Error('secret');
    });

    gate.open();
    await setImmediate();

    expect(answer).to.deep.equal({ status: 200 });
    expect(lines.join('')).to.include('a slow turn failed').and.not.include('secret');
  });

  it('is no matter to a turn that is done in time', async () => {
    const answer = await bot.deliver(bot.ada.says('hi'), async () => undefined);

    expect(answer).to.deep.equal({ status: 200 });
  });
});
