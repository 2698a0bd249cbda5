import { expect } from 'chai';
import { clicks, newest, play, says, sees, tells } from '../support/chat.ts';
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

  it('comes as fast as somebody taps', async () => {
    const chat = world.inSlack();
    await chat.arrive();
    const start = performance.now();

    await play(chat, [clicks('Start'), says('just me'), says('inside'), says('one computer'), says('back')]);
    await play(chat, [says('one computer'), says('back'), says('one computer')]);

    expect(performance.now() - start).to.be.below(6_000);
  });

  describe('where Slack asks to wait', () => {
    it('for a short time, comes after it, and nothing else comes there before', async () => {
      const chat = world.inSlack();
      await chat.arrive();
      world.slack.failNext(limitedTo('1', chat.direct));
      const start = performance.now();

      await play(chat, [clicks('Start'), sees('How many people')]);

      const posts = world.slack.ledger.filter(({ method, channel }) => method === POST && channel === chat.direct);
      expect(posts.map(({ status }) => status)).to.deep.equal([200, 429, 200]);
      expect(performance.now() - start).to.be.at.least(300);
    });

    it('holds up nobody else', async () => {
      const [chat, other] = [world.inSlack(), world.inSlack()];
      await chat.arrive();
      world.slack.failNext(limitedTo('5', chat.direct));
      const slow = chat.deliver('events', chat.person.says('start'));

      await play(other, [says('hi')]);

      expect(last(other.direct)).to.include('Can’t join a meeting?');
      expect(last(chat.direct)).to.include('Can’t join a meeting?');
      await slow.catch(() => undefined);
    });

    it('for long, loses no step: the next deed brings the card that is due', async () => {
      const chat = world.inSlack();
      await chat.arrive();
      world.slack.failNext(limitedTo('60', chat.direct));
      await chat.deliver('events', chat.person.says('start')).catch(() => undefined);
      world.clock.pass(120_000);

      await play(chat, [says('just me'), sees('Inside or outside')]);

      expect(newest(chat).text).to.include('2 of 4');
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

  const last = (channel: string) => JSON.stringify(world.slack.posts(channel).at(-1)?.blocks);
});

const POST = 'chat.postMessage';

/** A 429 for a post there. `seconds` as Slack says it. */
function limitedTo(seconds: string, channel: string) {
  return { on: POST, in: channel, answer: 429, headers: { 'retry-after': seconds } } as const;
}
