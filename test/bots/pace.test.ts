import { expect } from 'chai';
import { en } from '../../src/cards/text/en.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { postActivity } from '../support/postActivity.ts';
import { readCard } from '../support/readCard.ts';
import { person, type TeamsActivity, type TeamsPerson, teamsActivities } from '../support/teamsActivity.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';

/** What somebody may do at once. Source: src/turn/pace.ts. */
const BURST = 15;

describe('the bot in Teams, when no time passes between messages', () => {
  let connector: FakeConnector;
  let bot: TestBot;
  let people = 0;
  let who: TeamsPerson;

  before(async () => {
    connector = await startFakeConnector();
    const noon = new Date('2026-01-05T12:00:00Z');
    bot = await startTestBot({}, () => noon);
  });
  beforeEach(() => {
    connector.clear();
    people += 1;
    who = person(`q${people}`, `Person ${people}`);
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const ada = () => teamsActivities(connector.serviceUrl, who);
  const titles = () => connector.ledger.map(({ body }) => readCard(body, '').title || String(body.text));
  const deliver = async (activity: TeamsActivity): Promise<void> => {
    expect(await postActivity(bot.origin(), activity)).to.equal(200);
  };
  const times = async (count: number, activity: () => TeamsActivity): Promise<void> => {
    for (let time = 0; time < count; time++) await deliver(activity());
  };

  it('tells somebody once that they go too fast, and then says nothing', async () => {
    await times(BURST, () => ada().says('help'));
    connector.clear();

    await times(3, () => ada().says('help'));

    expect(titles()).to.deep.equal([en.notices.tooFast]);
  });

  it('counts nothing that nobody has typed or tapped', async () => {
    await times(BURST + 5, () => ada().installs());
    connector.clear();

    await deliver(ada().says('help'));

    expect(titles()).to.deep.equal([en.help.title]);
  });

  it('goes on in private from a mention of somebody who is too fast there', async () => {
    await times(BURST + 2, () => ada().says('help'));
    connector.clear();

    await deliver(ada().says('I can’t join!', 'channel'));

    expect(connector.ledger.map(({ operation }) => operation)).to.deep.equal(['create', 'send', 'reply']);
  });

  // The last: it uses up what the tenant may do.
  it('greets somebody new however much their tenant has written', async () => {
    const others = Array.from({ length: 70 }, (_, number) => person(`r${people}-${number}`, 'Somebody'));
    for (const other of others) await times(BURST, () => teamsActivities(connector.serviceUrl, other).says('help'));
    connector.clear();

    await deliver(ada().installs());
    await times(2, () => ada().says('help'));

    expect(titles()).to.deep.equal([en.hello.title, en.notices.tooMany]);
    // A thousand turns, which a busy machine needs longer for than for a test.
  }).timeout(120_000);
});
