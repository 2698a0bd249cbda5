import { expect } from 'chai';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { postActivity } from '../support/postActivity.ts';
import { readCard, type ShownCard } from '../support/readCard.ts';
import {
  person,
  personalChatId,
  type TeamsActivity,
  type TeamsPerson,
  teamsActivities,
} from '../support/teamsActivity.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';

const CATALOGUE_ID = '5f1c3c1e-8a52-4a39-9a53-9a2d8a7b6c01';

const MALFORMED: readonly (readonly [string, unknown])[] = [
  ['a number for a type', { type: 123 }],
  ['an empty object', {}],
  ['a list', []],
  ['null', null],
  ['a text', 'message'],
];

describe('the bot in Teams', () => {
  let connector: FakeConnector;
  let bot: TestBot;
  let people = 0;
  let who: TeamsPerson;

  before(async () => {
    connector = await startFakeConnector();
    bot = await startTestBot({ TEAMS_APP_ID: CATALOGUE_ID, PUBLIC_URL: 'https://unstuck.example' });
  });
  beforeEach(() => {
    connector.clear();
    people += 1;
    who = person(`t${people}`, `Person ${people}`);
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const ada = () => teamsActivities(connector.serviceUrl, who);
  const deliver = (activity: TeamsActivity, to = bot) => postActivity(to.origin(), activity);
  /** What is fetched has no body. */
  const cards = (): ShownCard[] =>
    connector.ledger.filter(({ body }) => body !== undefined).map(({ body, id }) => readCard(body, id));

  for (const order of [
    ['installs', 'joins'],
    ['joins', 'installs'],
  ] as const) {
    it(`greets once at install, told by ${order.join(', then ')}`, async () => {
      for (const deed of order) await deliver(ada()[deed]());

      expect(cards().map(({ title }) => title)).to.deep.equal(['Can’t join a meeting?']);
    });
  }

  it('takes the words that come with a pasted picture', async () => {
    await deliver(ada().installs());

    const status = await deliver(ada().pastesPicture('start'));

    expect(status).to.equal(200);
    expect(cards().at(-1)?.title).to.equal('How many people can’t join?');
  });

  it('asks for words where there is a picture alone', async () => {
    await deliver(ada().installs());

    await deliver(ada().pastesPicture(''));

    expect(cards().at(-1)?.title).to.equal('Can’t join a meeting?');
    expect(cards().at(-1)?.text).to.include('I can’t look at pictures or files, but I keep what you sent');
  });

  it('greets once when both come at the same time', async () => {
    await Promise.all([deliver(ada().installs()), deliver(ada().joins())]);

    expect(connector.count()).to.equal(1);
  });

  it('greets nobody for an upgrade', async () => {
    const status = await deliver(ada().installs('personal', 'upgrade'));

    expect(status).to.equal(200);
    expect(connector.count()).to.equal(0);
  });

  it('says what a notification shows', async () => {
    await deliver(ada().installs());

    expect(connector.last().summary).to.equal('Can’t join a meeting?');
  });

  it('greets at the first message alone where it is told to', async () => {
    const quiet = await startTestBot({ GREET: 'first-message' });

    await deliver(ada().installs(), quiet);
    await deliver(ada().joins(), quiet);
    const atInstall = connector.count();
    await deliver(ada().says('hello'), quiet);
    await quiet.stop();

    expect(atInstall).to.equal(0);
    expect(cards().map(({ title }) => title)).to.deep.equal(['Can’t join a meeting?']);
  });

  for (const scope of ['channel', 'groupChat'] as const) {
    it(`says one line when it is added to a ${scope}, and no card`, async () => {
      await deliver(ada().installs(scope));
      await deliver(ada().joins(scope));

      expect(connector.count()).to.equal(1);
      expect(connector.last().text).to.include('Mention me (@Unstuck)');
      expect(connector.last().attachments ?? []).to.deep.equal([]);
    });

    it(`says and answers each once in a ${scope}, also when it comes again to another process`, async () => {
      const deliveries = [ada().joins(scope), ada().says('I can’t join!', scope)];
      for (const delivery of deliveries) await deliver(delivery);
      const first = connector.count();

      for (const delivery of deliveries) await deliver(delivery);
      await bot.restart();
      for (const delivery of deliveries) await deliver(delivery);

      expect([first, connector.count()]).to.deep.equal([4, 4]);
    });

    it(`answers a mention in a ${scope} with one small card and goes on in private`, async () => {
      await deliver(ada().says('I can’t join!', scope));

      const [created, hello, invitation] = connector.ledger;
      expect(connector.ledger.map(({ operation }) => operation)).to.deep.equal(['create', 'send', 'reply']);
      expect(created?.body.members[0].id).to.equal(who.id);
      expect(hello?.conversation).to.equal(personalChatId(who));
      expect(readCard(hello?.body, '').title).to.equal('Can’t join a meeting?');
      expect(readCard(invitation?.body, '')).to.deep.include({
        offers: [],
        links: [`https://teams.microsoft.com/l/app/${CATALOGUE_ID}`],
      });
      expect(invitation?.conversation).to.match(/^19:/);
    });
  }

  it('says nothing where somebody is added and it isn’t said who is told of it', async () => {
    const { recipient: _, ...untold } = ada().joins('channel');

    const status = await deliver(untold);

    expect([status, connector.count()]).to.deep.equal([200, 0]);
  });

  it('goes on in the private chat that a mention opened', async () => {
    await deliver(ada().says('I can’t join!', 'channel'));
    const hello = connector.ledger.find(({ operation }) => operation === 'send');
    const start = readCard(hello?.body, '').offers.find(({ label }) => label === 'Start');
    connector.clear();

    await deliver(ada().clicks(start?.data, hello?.id ?? ''));

    expect(cards().map(({ title }) => title)).to.include('How many people can’t join?');
  });

  it('says how to get the app where no private chat can be opened', async () => {
    connector.failNext({ on: 'create', answer: 403 });

    await deliver(ada().says('I can’t join!', 'channel'));

    expect(cards().at(-1)?.text).to.include('Add the Unstuck app in Teams, or use https://unstuck.example');
  });

  it('names no address where there is no page', async () => {
    const pageless = await startTestBot({ WEB_CHAT: 'off', PUBLIC_URL: 'https://unstuck.example' });
    connector.failNext({ on: 'create', answer: 403 });

    await deliver(ada().says('I can’t join!', 'channel'), pageless);
    await pageless.stop();

    expect(cards().at(-1)?.text).to.include('Add the Unstuck app in Teams first').and.not.include('unstuck.example');
  });

  it('takes a delivery that comes again once', async () => {
    await deliver(ada().installs());
    const start = ada().says('start');
    connector.clear();

    for (const activity of [start, start, start]) await deliver(activity);

    expect(cards().map(({ title }) => title)).to.deep.equal(['How many people can’t join?']);
  });

  it('shows the current card when an answer was kept but never sent', async () => {
    await deliver(ada().installs());
    const start = ada().says('start');
    connector.failNext({ answer: 400 }, { answer: 400 });
    const unsaid = await deliver(start);
    connector.clear();

    // An error is what has a channel deliver again.
    const again = await deliver(start);

    expect([unsaid, again]).to.deep.equal([503, 200]);
    expect(cards().map(({ title }) => title)).to.deep.equal(['How many people can’t join?']);
  });

  it('lets one of two simultaneous taps on a card count', async () => {
    await deliver(ada().installs());
    await deliver(ada().says('start'));
    const question = cards().at(-1);
    const tap = (label: string) =>
      ada().clicks(question?.offers.find((each) => each.label === label)?.data, question?.id ?? '');

    await Promise.all([deliver(tap('Just me')), deliver(tap('Several people'))]);
    await deliver(ada().says('change'));

    const answers = cards()
      .at(-1)
      ?.offers.map(({ label }) => label)
      .filter((label) => label.startsWith('How many'));
    expect(answers).to.have.length(1);
    expect(cards().filter(({ text }) => text.includes('earlier card'))).to.have.length(1);
  });

  it('posts the new card where the clicked one can’t be updated', async () => {
    await deliver(ada().installs());
    const hello = cards().at(-1);
    const start = hello?.offers.find(({ label }) => label === 'Start');
    connector.failNext({ on: 'update', answer: 404 });

    await deliver(ada().clicks(start?.data, hello?.id ?? ''));

    expect(
      cards().at(-1)?.title === 'How many people can’t join?' ||
        cards().at(-2)?.title === 'How many people can’t join?',
    ).to.equal(true);
  });

  it('stays quiet about what it doesn’t know', async () => {
    const status = await deliver({ ...ada().says('x'), type: 'typing' });

    expect(status).to.equal(200);
    expect(connector.count()).to.equal(0);
  });

  for (const [what, body] of MALFORMED) {
    it(`refuses ${what} and lives`, async () => {
      const status = await postActivity(bot.origin(), body);
      const health = await fetch(`${bot.origin()}/healthz`);

      expect(status).to.equal(400);
      expect(health.status).to.equal(200);
    });
  }
});
