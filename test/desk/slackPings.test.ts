import { expect } from 'chai';
import { hears, play, tells } from '../support/chat.ts';
import type { SlackPost } from '../support/fakeSlackPosts.ts';
import { inChannel, inSlackChannel } from './atDesk.ts';
import { ANA, BEA, type DeskWorld, SLACK_ANA, SLACK_BEA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const GROUP = 'S0ONCALL001';
const PING = [BEA.aadObjectId, SLACK_BEA.id, GROUP, 'here'].join();
const MENTIONS = [`<@${SLACK_BEA.id}>`, `<!subteam^${GROUP}>`, '<!here>'];

/** What a person writes who wants to call everybody. */
const LOUD = 'Help <!here> <!channel> <@U0ANA000000> <!subteam^S0ONCALL001> @here *now*';

describe('whom the desk’s channel in Slack calls', () => {
  let world: DeskWorld;
  beforeEach(async () => {
    world = await startDeskWorld({ isInSlack: true, env: { DESK_PING: PING, HELPDESK_HOURS: 'never' } });
    world.slack.allowMention(...MENTIONS, `<@${SLACK_ANA.id}>`);
  });
  afterEach(() => world.stop());

  const until = async (isIt: (post: SlackPost) => boolean): Promise<SlackPost> => {
    const seen = () => world.slack.posts(SLACK_CHANNEL).findLast(isIt);
    await world.slack.waitFor(() => seen() !== undefined, 9_000);
    return seen() as SlackPost;
  };
  /** All that is no text in the rich text of a post. */
  const elementsOf = ({ blocks }: SlackPost): readonly unknown[] =>
    blocks
      .filter(({ type }) => type === 'rich_text')
      .flatMap(({ elements }) => elements as { elements: { type: string }[] }[])
      .flatMap(({ elements }) => elements)
      .filter(({ type }) => type !== 'text');

  it('are a user, a user group and whoever is there, as Slack’s own elements, and nobody of Teams', async () => {
    const id = await arriveWithCase(world.inSlack());

    const post = await until(({ text, thread }) => thread !== null && text.includes(id));

    expect(elementsOf(post)).to.deep.equal([
      { type: 'user', user_id: SLACK_BEA.id },
      { type: 'usergroup', usergroup_id: GROUP },
      { type: 'broadcast', range: 'here' },
    ]);
    expect(post.text).to.match(
      new RegExp(`^<@${SLACK_BEA.id}> <!subteam\\^${GROUP}> <!here> ${id} from Luis Ortega: `),
    );
    expect(JSON.stringify(post)).to.not.include(BEA.aadObjectId);
    expect(world.slack.faults).to.deep.equal([]);
  });

  it('are those of Teams alone where the desk is there', async () => {
    await world.channel.says(ANA, 'desk here');
    const id = await arriveWithCase(world.teams());
    await inChannel(world.channel, ANA, world.rows).sees(id);

    const rules = await world.channel.until(({ thread, text }) => thread !== null && text.includes('In this thread:'));

    const { body } = world.connector.ledger.find((call) => call.id === rules.id) ?? {};
    const mentioned = body.entities.map((each: { mentioned: { id: string } }) => each.mentioned.id);
    expect(mentioned).to.deep.equal([BEA.aadObjectId]);
    expect(JSON.stringify(body)).to.not.match(/U0BEA|S0ONCALL|"here"/);
  });

  it('is whoever has a case, when its person writes, who calls nobody whatever they write', async () => {
    const chat = world.inSlack();
    const id = await arriveWithCase(chat);
    const desk = inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
    await desk.sees(id);
    await desk.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took'), tells(LOUD)]);

    const post = await until(({ text }) => text.includes('*now*'));

    expect(elementsOf(post)).to.deep.equal([{ type: 'user', user_id: SLACK_ANA.id }]);
    expect(post.text).to.equal(
      `<@${SLACK_ANA.id}> Luis Ortega: ${LOUD.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`,
    );
    expect(world.slackChannel.posts().find(({ id: ts }) => ts === post.ts)?.text).to.include(LOUD);
    expect(world.slack.faults).to.deep.equal([]);
  });

  it('is left out where Slack takes no mention of them, as of somebody who is gone: what was said is there', async () => {
    const chat = world.inSlack();
    const id = await arriveWithCase(chat);
    const desk = inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
    await desk.sees(id);
    await desk.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
    await world.rows.quiet();
    world.slack.failNext({ on: 'chat.postMessage', in: SLACK_CHANNEL, answer: { error: 'invalid_blocks' } });

    await play(chat, [tells('It is black again')]);

    const post = await until(({ text }) => text.includes('It is black again'));
    expect(elementsOf(post)).to.deep.equal([]);
    expect(post.text).to.equal('Luis Ortega: It is black again');
  });
});
