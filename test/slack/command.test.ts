import { expect } from 'chai';
import { clicks, newest, play, says, sees } from '../support/chat.ts';
import { GENERAL, useSlackWorld } from './slackWorld.ts';

/** Errors of conversations.open for somebody who can't be written to. Source: docs.slack.dev, "conversations.open". */
const UNREACHABLE = ['user_not_found', 'cannot_dm_bot', 'user_disabled', 'method_not_supported_for_channel_type'];

/** A symptom, with what Slack escapes. */
const WORDS = 'it says Error: Meeting URL is not valid. <And> & more';

const toSymptom = [says('hi'), clicks('Start'), says('just me'), says('inside'), says('one computer')];

describe('/unstuck', () => {
  const here = useSlackWorld();

  const command = (text = '') => here.chat.person.commands(text, GENERAL);
  const titles = () => here.world.slack.posts(here.chat.direct).length;

  it('shows somebody new the first card in the direct message, and says so to them alone', async () => {
    const { status, text, headers } = await here.world.deliver('commands', command());

    expect([status, text]).to.deep.equal([
      200,
      'I’ve written to you in a direct message: you find it in the sidebar, under Apps.',
    ]);
    // Without a type of its own Slack shows an answer to whoever gave the command alone.
    expect(headers.get('content-type')).to.include('text/plain');
    expect(here.world.slack.posts(here.chat.direct)).to.have.lengthOf(1);
    expect(here.world.slack.posts(GENERAL)).to.deep.equal([]);
  });

  it('shows without words where the person is', async () => {
    await play(here.chat, [says('hi'), clicks('Start')]);

    await here.chat.deliver('commands', command('   '));

    expect(newest(here.chat).title).to.include('How many people');
    expect(here.chat.answers()).to.equal(1);
  });

  it('takes its words as if they were said in the direct message', async () => {
    const sayer = here.world.chat();
    for (const each of [here.chat, sayer]) await play(each, [...toSymptom]);

    await here.chat.deliver('commands', command(WORDS));
    await play(sayer, [says(WORDS)]);

    expect(newest(here.chat).text).to.include('Most likely: User identity issue').and.equal(newest(sayer).text);
  });

  it('says how to get to it where no direct message can be opened', async () => {
    const answers = [];
    for (const error of UNREACHABLE) {
      here.world.slack.failNext({ on: 'conversations.open', answer: { error } });
      const { status, text } = await here.world.deliver('commands', command('freezes'));
      answers.push(`${status} ${text.slice(0, 27)}`);
    }

    expect(new Set(answers)).to.deep.equal(new Set(['200 I couldn’t write to you. Op']));
    expect(titles()).to.equal(0);
  });

  it('says so too where messages to the app are turned off, and where Slack fails', async () => {
    const answers = [];
    for (const fault of [
      { on: 'chat.postMessage', answer: { error: 'messages_tab_disabled' } },
      { on: 'conversations.open', answer: 500 },
      { on: 'conversations.open', answer: 429, headers: { 'retry-after': '30' } },
    ] as const) {
      // A fault in a turn is told, which fails as well.
      here.world.slack.failNext(...(fault.on === 'chat.postMessage' ? [fault, fault] : [fault]));
      const other = here.world.chat();
      const { status, text } = await here.world.deliver('commands', other.person.commands('', GENERAL));
      answers.push(`${status} ${text.slice(0, 27)}`);
    }

    expect(answers).to.deep.equal([
      '200 I couldn’t write to you. Op',
      '200 Slack doesn’t let me write ',
      '200 Slack doesn’t let me write ',
    ]);
  });

  it('takes 20,000 characters, and says how many there may be', async () => {
    await play(here.chat, [says('hi'), clicks('Start')]);

    await here.chat.deliver('commands', command('freezes '.repeat(2_500)));

    expect(here.chat.answers()).to.equal(1);
    expect(newest(here.chat).text).to.include('19,999');
  });

  it('has one effect, though it is delivered twice', async () => {
    await play(here.chat, [says('hi'), clicks('Start')]);
    const once = command('just me');

    const answers = [await here.world.deliver('commands', once), await here.world.deliver('commands', once)];

    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(titles()).to.equal(3);
    await play(here.chat, [says('inside'), sees('one computer')]);
  });
});
