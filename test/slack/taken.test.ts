import { expect } from 'chai';
import { clicks, newest, play, says, sees } from '../support/chat.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { type SlackWorld, startSlackWorld } from './slackWorld.ts';

describe('a turn in Slack whose card is held up', () => {
  let world: SlackWorld;
  let chat: SlackChat;

  beforeEach(async () => {
    world = await startSlackWorld();
    chat = world.chat();
    await play(chat, [says('hi'), clicks('Start')]);
  });
  afterEach(() => world.stop());

  it('is answered 200 once it is committed, and its card comes once, however often it is delivered', async () => {
    const said = chat.person.says('just me');
    const before = world.slack.posts(chat.direct).length;
    const release = world.slack.hold();

    // Whatever isn't 200 fails here.
    await chat.deliver('events', said);
    release();
    await chat.deliver('events', said);

    expect(world.slack.posts(chat.direct)).to.have.lengthOf(before + 1);
    expect(newest(chat).title).to.include('Inside or outside');
    await play(chat, [says('inside'), sees('one computer')]);
  });
});
