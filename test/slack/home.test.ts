import { expect } from 'chai';
import { clicks, fills, newest, play, says, sees } from '../support/chat.ts';
import type { SlackChat } from '../support/slackChat.ts';
import type { SlackPersonOfTest } from '../support/slackWorkspace.ts';
import { type SlackWorld, startSlackWorld } from './slackWorld.ts';

describe('the App Home tab', () => {
  let world: SlackWorld;
  let who: SlackPersonOfTest;
  let chat: SlackChat;

  beforeEach(async () => {
    world = await startSlackWorld();
    who = world.someone();
    chat = world.chat(who);
  });
  afterEach(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });

  const open = () => world.deliver('events', chat.person.opensHome('home'));
  const tap = (label: string) => chat.deliver('actions', chat.person.tapsAtHome(world.homeOffer(who, label).element));
  const labels = (of = who) => world.home(of).offers.map(({ label }) => label);
  const handedOver = (of: SlackChat) =>
    play(of, [says('hi'), clicks('Talk to a person'), fills('Send', 'The projector is off')]);

  it('offers somebody new to start, their requests and help, and posts nothing', async () => {
    const { status } = await open();

    expect(status).to.equal(200);
    expect(labels()).to.deep.equal(['Start', 'My requests', 'Help']);
    expect(world.home(who).text).to.include('Can’t join a meeting?').and.to.include('nothing open at the helpdesk');
    expect(world.slack.posts(chat.direct)).to.deep.equal([]);
  });

  it('offers to go on to whoever is under way', async () => {
    await play(chat, [says('hi'), clicks('Start')]);

    await open();

    expect(labels()).to.deep.equal(['Go on', 'My requests', 'Help']);
  });

  it('has a button for each case that is open, and none for another person’s', async () => {
    await handedOver(chat);
    const other = world.someone('Mia Chen');
    const stranger = world.chat(other);
    await open();

    await world.deliver('events', stranger.person.opensHome('home'));

    expect(labels()).to.have.lengthOf(4);
    expect(labels().at(-1)).to.match(/^UN-/);
    expect(labels(other)).to.deep.equal(['Start', 'My requests', 'Help']);
  });

  it('has no requests where there is no desk', async () => {
    const deskless = await startSlackWorld({ DESK_PAGE: 'off' });
    const { person } = deskless.chat(who);

    await deskless.deliver('events', person.opensHome('home'));

    expect(deskless.home(who).offers.map(({ label }) => label)).to.deep.equal(['Start', 'Help']);
    expect(deskless.home(who).text).to.not.include('nothing open');
    await deskless.stop();
  });

  it('begins in the direct message by a tap on Start, and offers to go on from then on', async () => {
    await open();

    await tap('Start');

    expect(newest(chat).title).to.include('Can’t join a meeting?');
    await play(chat, [clicks('Start'), sees('How many people')]);
    await tap('Start');
    expect(newest(chat).title).to.include('How many people');
    expect(labels()[0]).to.equal('Go on');
  });

  it('is drawn anew by one call after a tap on it', async () => {
    await open();
    await handedOver(chat);
    world.slack.clear();

    await tap('My requests');

    expect(world.calls('views.publish')).to.have.lengthOf(1);
    expect(labels().at(-1)).to.match(/^UN-/);
  });

  for (const [label, answer] of [
    ['Help', 'How this works'],
    ['My requests', 'My requests'],
  ] as const) {
    it(`answers ${label} in the direct message`, async () => {
      await play(chat, [says('hi')]);
      await open();

      await tap(label);

      expect(newest(chat).title).to.include(answer);
    });
  }

  it('shows one case in the direct message', async () => {
    await handedOver(chat);
    await open();
    const id = labels().at(-1) ?? '';

    await tap(id);

    expect(newest(chat).text).to.include(id.split(':')[0]);
  });

  it('does what was tapped though the tab can’t be drawn anew', async () => {
    await play(chat, [says('hi')]);
    await open();
    world.slack.failNext({ on: 'views.publish', answer: 500 });

    await tap('Help');

    expect(newest(chat).title).to.include('How this works');
  });

  it('asks to be told again of what passes', async () => {
    const statuses = [];
    for (const answer of [429, 500, 'reset'] as const) {
      world.slack.failNext({ on: 'views.publish', answer });
      statuses.push((await open()).status);
    }

    expect(statuses).to.deep.equal([503, 503, 503]);
    expect((await open()).status).to.equal(200);
  });

  it('doesn’t have what is refused for good delivered again', async () => {
    const statuses = [];
    for (const error of ['not_enabled', 'invalid_arguments', 'account_inactive']) {
      world.slack.failNext({ on: 'views.publish', answer: { error } });
      statuses.push((await open()).status);
    }
    world.slack.failNext({ on: 'conversations.open', answer: { error: 'cannot_dm_bot' } });
    const unreachable = world.chat();
    statuses.push((await world.deliver('events', unreachable.person.opensHome('home'))).status);

    expect(statuses).to.deep.equal([200, 200, 200, 200]);
  });
});
