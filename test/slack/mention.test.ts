import { expect } from 'chai';
import { play, says, sees } from '../support/chat.ts';
import { tappedButton } from '../support/slackActions.ts';
import { slackIds } from '../support/slackIds.ts';
import { GENERAL, startSlackWorld, useSlackWorld } from './slackWorld.ts';

describe('a mention in a channel that isn’t the desk’s', () => {
  const here = useSlackWorld();

  afterEach(() => {
    // Whatever happens: nobody else reads anything of it.
    expect(here.world.slack.posts(GENERAL)).to.deep.equal([]);
  });

  const mention = async (text: string, where: { readonly thread?: string } = {}) => {
    const statuses = [];
    for (const event of here.chat.person.mentions(text, { channel: GENERAL, ...where })) {
      statuses.push((await here.world.deliver('events', event)).status);
    }
    return statuses;
  };
  const offers = () => here.world.calls('chat.postEphemeral').map(({ body }) => body);
  const direct = () => here.world.slack.posts(here.chat.direct);

  it('is answered once, to them alone, with the first card in the direct message', async () => {
    const statuses = await mention('I can’t join');

    expect(statuses).to.deep.equal([200, 200]);
    expect(offers()).to.have.lengthOf(1);
    expect(offers()[0].text).to.include('I’ve just written to you there');
    expect(direct()).to.have.lengthOf(1);
    expect(JSON.stringify(direct())).to.include('Can’t join a meeting?');
  });

  it('is answered where it was said: in the thread that it is in, and else where it stands', async () => {
    const thread = slackIds.ts();

    await mention('help');
    await mention('help', { thread });

    // In a thread that nobody has begun an answer for one person alone isn’t shown.
    expect(offers().map(({ thread_ts }) => thread_ts)).to.deep.equal([undefined, thread]);
    expect(new Set(offers().map(({ user, channel }) => `${user} ${channel}`))).to.have.lengthOf(1);
  });

  it('shows where they are to whoever is under way', async () => {
    await play(here.chat, [says('hi'), says('start')]);

    await mention('anything at all');

    await here.chat.deliver('events', here.chat.person.says('just me'));
    await play(here.chat, [sees('Inside or outside')]);
    expect(JSON.stringify(direct().at(-2))).to.include('How many people');
  });

  it('is answered with what to do where no direct message can be opened', async () => {
    here.world.slack.failNext({ on: 'conversations.open', answer: { error: 'cannot_dm_bot' } });

    await mention('help');

    expect(offers()).to.have.lengthOf(1);
    expect(offers()[0].text).to.include('Open me in the sidebar, under Apps');
    expect(direct()).to.deep.equal([]);
  });

  it('is answered so, too, where messages to the app are turned off', async () => {
    here.world.slack.failNext({ on: 'chat.postMessage', answer: { error: 'messages_tab_disabled' } });

    await mention('help');

    expect(offers()[0].text).to.include('Open me in the sidebar, under Apps');
  });

  it('tells of a fault the one alone whom it happened to', async () => {
    here.world.slack.failNext({ on: 'conversations.open', answer: 500 });

    await mention('help');

    expect(offers()).to.have.lengthOf(1);
    expect(offers()[0].text).to.include('went wrong');
  });

  for (const [what, answer] of [
    ['fails', 500],
    ['is refused', { error: 'user_not_in_channel' }],
    ['is lost', 'lost'],
  ] as const) {
    it(`is done with its card in the direct message, though what only they see ${what}`, async () => {
      const [event = {}] = here.chat.person.mentions('help', { channel: GENERAL });
      here.world.slack.failNext({ on: 'chat.postEphemeral', answer });

      const first = await here.world.deliver('events', event);
      const again = await here.world.deliver('events', event);

      expect([first.status, again.status]).to.deep.equal([200, 200]);
      expect(direct()).to.have.lengthOf(1);
      expect(offers()).to.have.lengthOf(1);
    });
  }

  it('goes unanswered while mentions come too fast', async () => {
    const at = new Date('2026-01-05T09:00:00Z');
    const still = await startSlackWorld({}, () => at);
    const { person } = still.chat();

    // In a channel each, and without the direct message: what is posted to one waits for its turn there.
    for (let nth = 0; nth < 20; nth += 1) {
      still.slack.failNext({ on: 'conversations.open', answer: { error: 'cannot_dm_bot' } });
      const [event] = person.mentions('help', { channel: `C0CHANNEL${nth}` });
      expect((await still.deliver('events', event)).status).to.equal(200);
    }

    expect(still.calls('chat.postEphemeral')).to.have.lengthOf(15);
    expect(still.slack.count('chat.postMessage')).to.equal(0);
    await still.stop();
  });

  it('leaves alone what is said there to others', async () => {
    const events = [
      here.chat.person.says('I can’t join the meeting, help', { channel: GENERAL }),
      here.chat.person.says('help', { channel: GENERAL, thread: slackIds.ts() }),
      here.chat.person.broadcasts('help', { channel: GENERAL, thread: slackIds.ts() }),
      here.chat.person.shares([{ name: 'a.png', url: null }], 'help', { channel: GENERAL }),
    ];

    for (const event of events) expect((await here.world.deliver('events', event)).status).to.equal(200);

    expect(here.world.slack.ledger.filter(({ method }) => method.startsWith('chat.'))).to.deep.equal([]);
  });

  it('leads to a card for them alone, which a tap changes by its own address or not at all', async () => {
    const tap = here.chat.person.taps(tappedButton({ card: 'made-up', verb: 'start' }), {
      ...{ ts: slackIds.ts(), channel: GENERAL, isEphemeral: true, responseUrl: here.world.slack.responseUrl() },
    });

    const { status } = await here.world.deliver('actions', tap);

    expect(status).to.equal(200);
    expect(offers()).to.have.lengthOf(1);
    expect(here.world.slack.count('chat.update')).to.equal(0);
    expect(newestOf(direct())).to.include('Can’t join a meeting?');
  });
});

function newestOf(posts: readonly object[]): string {
  return JSON.stringify(posts.at(-1) ?? null);
}
