import { expect } from 'chai';
import { clicks, newest, play, says, sees, tells } from '../support/chat.ts';
import { postToSlackRoute } from '../support/postToSlackRoute.ts';
import { WORKSPACE } from '../support/slackWorkspace.ts';
import { inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';
import { until } from './until.ts';

/** Longest answer of an agent, in characters, with words that can be counted. */
const LONGEST = Array.from({ length: 1_000 }, (_, index) => String(index).padStart(3, '0')).join(' ');

describe('what is sent to people in Slack', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld({ isInSlack: true });
  });
  after(() => world.stop());

  it('is an agent’s longest answer, whole', async () => {
    const chat = world.inSlack();
    const id = await arriveWithCase(chat);
    const agent = await world.agent('Bea');
    await agent.click({ verb: 'desk-claim', card: id, case: id }, id);

    await agent.click({ verb: 'desk-reply', card: id, case: id, text: LONGEST }, id);
    await world.rows.quiet();

    const [post] = world.slack.posts(chat.direct).filter(({ text }) => text.includes('000 001'));
    const words = JSON.stringify(post?.blocks).match(/\b\d{3}\b/g) ?? [];
    expect(LONGEST.length).to.equal(3_999);
    expect(
      words
        .filter((word) => word.length === 3)
        .slice(0, 1_000)
        .join(' '),
    ).to.equal(LONGEST);
    expect(world.slack.faults).to.deep.equal([]);
  });

  describe('where Slack asks to wait', () => {
    it('for a short time, comes after it, and nothing else comes there before', async () => {
      const chat = world.inSlack();
      await chat.arrive();
      world.slack.failNext(limitedTo('1', chat.direct));

      await play(chat, [clicks('Start'), sees('How many people')]);

      const posts = world.slack.ledger.filter(({ method, channel }) => method === POST && channel === chat.direct);
      expect(posts.map(({ status }) => status)).to.deep.equal([200, 429, 200]);
    });

    it('for long, comes with the delivery that is tried again after it, and no step is lost', async () => {
      const chat = world.inSlack();
      await chat.arrive();
      world.slack.failNext(limitedTo('60', chat.direct));
      const event = chat.person.says('start');
      const deliver = async () => {
        const signed = { secret: WORKSPACE.signingSecret, now: world.clock.now };
        return (await postToSlackRoute(world.bot.origin(), 'events', event, signed)).status;
      };

      const early = [await deliver(), await deliver()];
      world.clock.pass(60_000);
      await chat.deliver('events', event);

      expect(early).to.deep.equal([503, 503]);
      expect([chat.answers(), newest(chat).title]).to.deep.equal([1, 'How many people can’t join?']);
      await play(chat, [says('just me'), sees('Inside or outside', '2 of 4')]);
    });

    it('keeps the desk’s answer for later', async () => {
      const chat = world.inSlack();
      const id = await arriveWithCase(chat);
      const ana = inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
      await ana.sees(id);
      await ana.taps(id, ['Claim']);
      await world.rows.quiet();
      world.slack.failNext(limitedTo('8', chat.direct));

      await ana.types(id, 'reply Start Lync again');
      await until('the answer to be put off', async () => {
        const rows = (await world.rows.all()).filter((row) => row.startsWith('outbox') && row.includes('Start Lync'));
        return rows.some((row) => row.includes('"attempts":1,') && row.includes('"lease":null')) || null;
      });
      world.clock.pass(20_000);
      await play(chat, [tells('It is black again')]);
      await world.rows.quiet();

      const answers = world.slack.posts(chat.direct).filter(({ text }) => text.includes('Start Lync again'));
      expect(answers).to.have.lengthOf(1);
      expect(JSON.stringify(answers)).to.not.include('may be a repeat');
    });
  });
});

const POST = 'chat.postMessage';

/** A 429 for a post there. `seconds` as Slack says it. */
function limitedTo(seconds: string, channel: string) {
  return { on: POST, in: channel, answer: 429, headers: { 'retry-after': seconds } } as const;
}
