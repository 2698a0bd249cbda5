import { expect } from 'chai';
import { clicks, newest, play, says } from '../support/chat.ts';
import { GENERAL, useSlackWorld } from './slackWorld.ts';

/** A symptom, with what Slack escapes. */
const WORDS = 'it says Error: Meeting URL is not valid. <And> & more';

const toSymptom = [says('hi'), clicks('Start'), says('just me'), says('inside'), says('one computer')];

describe('Get help with this', () => {
  const here = useSlackWorld();

  const help = (text: string) => here.chat.person.getsHelp(text, { channel: GENERAL });
  const told = () => here.world.calls('respond').map(({ body }) => body);

  it('takes the words of the message as if they were said in the direct message', async () => {
    const sayer = here.world.chat();
    for (const each of [here.chat, sayer]) await play(each, [...toSymptom]);

    await here.chat.deliver('actions', help(WORDS));
    await play(sayer, [says(WORDS)]);

    expect(newest(here.chat).text).to.include('Most likely: User identity issue').and.equal(newest(sayer).text);
  });

  it('shows for a picture where the person is', async () => {
    await play(here.chat, [says('hi'), clicks('Start')]);

    await here.chat.deliver('actions', help(''));

    expect(newest(here.chat).title).to.include('How many people');
  });

  it('tells them alone, where they are, that the answer is in the direct message', async () => {
    await here.world.deliver('actions', help('freezes'));

    expect(told()).to.have.lengthOf(1);
    expect(told()[0]).to.include({ response_type: 'ephemeral', replace_original: false });
    expect(told()[0].text).to.include('in the sidebar, under Apps');
    expect(here.world.slack.posts(GENERAL)).to.deep.equal([]);
  });

  it('tells them how to get to it where no direct message can be opened', async () => {
    here.world.slack.failNext({ on: 'conversations.open', answer: { error: 'cannot_dm_bot' } });

    const { status } = await here.world.deliver('actions', help('freezes'));

    expect(status).to.equal(200);
    expect(told().map(({ text }) => text.slice(0, 27))).to.deep.equal(['I couldn’t write to you. Op']);
  });

  it('is done, whether or not that can be told', async () => {
    here.world.slack.failNext({ on: 'respond', answer: 500 });

    const { status } = await here.world.deliver('actions', help('freezes'));

    expect(status).to.equal(200);
    expect(here.world.slack.posts(here.chat.direct)).to.have.lengthOf(1);
  });

  it('calls no address that isn’t Slack’s', async () => {
    const elsewhere = { ...help('freezes'), response_url: 'https://example.com/made-up' };

    const { status } = await here.world.deliver('actions', elsewhere);

    expect(status).to.equal(200);
    expect(told()).to.deep.equal([]);
    expect(here.world.slack.posts(here.chat.direct)).to.have.lengthOf(1);
  });
});
