import { expect } from 'chai';
import { hears, play } from '../support/chat.ts';
import { postToSlackRoute } from '../support/postToSlackRoute.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { slackPayloads } from '../support/slackPayloads.ts';
import { type SlackPersonOfTest, slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, SLACK_BEA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

/** How long a name is known for that Slack has said, and one that it hasn't; in milliseconds. */
const HOUR = 60 * 60_000;

describe('what people are called at the desk in Slack', () => {
  let world: DeskWorld;
  let chat: SlackChat;
  let id: string;
  let root: string;
  before(async () => {
    world = await startDeskWorld({ isInSlack: true, env: { HELPDESK_HOURS: 'never' } });
    await world.slackChannel.says(SLACK_BEA, 'help');
  });
  beforeEach(async () => {
    chat = world.inSlack();
    id = await arriveWithCase(chat);
    await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).sees(id);
    await world.rows.quiet();
    root = (await world.slackChannel.until((post) => post.thread === null && post.text.includes(id))).id;
    world.clock.pass(2_000);
  });
  afterEach(() => expect(world.slack.faults).to.deep.equal([]));
  after(() => world.stop());

  const writes = async (who: SlackPersonOfTest, raw: string) => {
    const signed = { secret: WORKSPACE.signingSecret, now: world.clock.now };
    const payload = slackPayloads(who).saysRaw(raw, { channel: SLACK_CHANNEL, thread: root });
    expect((await postToSlackRoute(world.bot.origin(), 'events', payload, signed)).status).to.equal(200);
    await world.rows.quiet();
  };
  const thread = () => world.slackChannel.thread(root).map(({ text }) => text);

  it('is the name that they had before, while Slack doesn’t say it', async () => {
    world.clock.pass(HOUR);
    world.slack.failNext({ on: 'users.info', answer: 500 });

    await writes(SLACK_BEA, 'reply Hello');

    await play(chat, [hears('on its screen'), hears('Bea Lind took'), hears('Bea Lind wrote', 'Hello')]);
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
    world.clock.pass(HOUR);
    await writes(SLACK_ANA, 'assign Bea');
    expect(thread().join('\n')).to.not.include('?');
  });

  it('is a plain word for whom nobody has a name of, until Slack says it', async () => {
    const kim = slackPerson('kim', 'Kim Osei');

    await writes(kim, 'Is it new?');
    world.slack.addPerson(kim);
    world.clock.pass(HOUR);
    await writes(kim, 'It is');

    expect(thread().slice(-2)).to.deep.equal([
      'Note by Someone at the desk, not sent to anybody: Is it new?',
      'Note by Kim Osei, not sent to anybody: It is',
    ]);
  });
});
