import { expect } from 'chai';
import { clicks, newest, play, says } from '../support/chat.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { GENERAL, type SlackWorld, startSlackWorld } from './slackWorld.ts';

/** A symptom, with what Slack escapes. */
const WORDS = 'it says Error: Meeting URL is not valid. <And> & more';

const toSymptom = [says('hi'), clicks('Start'), says('just me'), says('inside'), says('one computer')];

describe('Get help with this', () => {
  let world: SlackWorld;
  let chat: SlackChat;

  beforeEach(async () => {
    world = await startSlackWorld();
    chat = world.chat();
  });
  afterEach(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });

  const help = (text: string) => chat.person.getsHelp(text, { channel: GENERAL });
  const told = () => world.calls('respond').map(({ body }) => body);

  it('takes the words of the message as if they were said in the direct message', async () => {
    const sayer = world.chat();
    for (const each of [chat, sayer]) await play(each, [...toSymptom]);

    await chat.deliver('actions', help(WORDS));
    await play(sayer, [says(WORDS)]);

    expect(newest(chat).text).to.include('Most likely: User identity issue').and.equal(newest(sayer).text);
  });

  it('shows for a picture where the person is', async () => {
    await play(chat, [says('hi'), clicks('Start')]);

    await chat.deliver('actions', help(''));

    expect(newest(chat).title).to.include('How many people');
  });

  it('tells them alone, where they are, that the answer is in the direct message', async () => {
    await world.deliver('actions', help('freezes'));

    expect(told()).to.have.lengthOf(1);
    expect(told()[0]).to.include({ response_type: 'ephemeral', replace_original: false });
    expect(told()[0].text).to.include('in the sidebar, under Apps');
    expect(world.slack.posts(GENERAL)).to.deep.equal([]);
  });

  it('tells them how to get to it where no direct message can be opened', async () => {
    world.slack.failNext({ on: 'conversations.open', answer: { error: 'cannot_dm_bot' } });

    const { status } = await world.deliver('actions', help('freezes'));

    expect(status).to.equal(200);
    expect(told().map(({ text }) => text.slice(0, 27))).to.deep.equal(['I couldn’t write to you. Op']);
  });

  it('is done, whether or not that can be told', async () => {
    world.slack.failNext({ on: 'respond', answer: 500 });

    const { status } = await world.deliver('actions', help('freezes'));

    expect(status).to.equal(200);
    expect(world.slack.posts(chat.direct)).to.have.lengthOf(1);
  });

  it('calls no address that isn’t Slack’s', async () => {
    const elsewhere = { ...help('freezes'), response_url: 'https://example.com/made-up' };

    const { status } = await world.deliver('actions', elsewhere);

    expect(status).to.equal(200);
    expect(told()).to.deep.equal([]);
    expect(world.slack.posts(chat.direct)).to.have.lengthOf(1);
  });
});
