import { expect } from 'chai';
import { play, says } from '../support/chat.ts';
import type { SlackFault } from '../support/fakeSlackAnswers.ts';
import type { SlackPost } from '../support/fakeSlackPosts.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase, sendCase } from './toCase.ts';

/** What goes out by the outbox: where, how Slack is asked whether it is there, and what makes it go. */
interface Kind {
  readonly what: string;
  readonly history: string;
  /** Gives what brings it about, as soon as everything before it is over, and then the id of its case. */
  readonly prepare: (world: DeskWorld, chat: SlackChat) => Promise<() => Promise<string>>;
  readonly channel: (chat: SlackChat) => string;
  readonly isIt: (post: SlackPost, id: string) => boolean;
}

const KINDS: readonly Kind[] = [
  {
    what: 'a case’s card at the desk',
    history: 'conversations.history',
    async prepare(_, chat) {
      await chat.arrive();
      return () => sendCase(chat);
    },
    channel: () => SLACK_CHANNEL,
    isIt: ({ thread, metadata }, id) => thread === null && metadata?.event_payload['case'] === id,
  },
  {
    what: 'a post in a case’s thread',
    history: 'conversations.replies',
    async prepare(world, chat) {
      const id = await arriveWithCase(chat);
      await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).sees(id);
      return async () => {
        await play(chat, [says('It is black since noon')]);
        return id;
      };
    },
    channel: () => SLACK_CHANNEL,
    isIt: ({ thread, text, metadata }, id) =>
      thread !== null && text.includes('since noon') && metadata?.event_payload['case'] === id,
  },
  {
    what: 'an answer to a person',
    history: 'conversations.history',
    async prepare(world, chat) {
      const ana = inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
      const id = await arriveWithCase(chat);
      await ana.sees(id);
      await ana.taps(id, ['Claim']);
      await world.rows.quiet();
      return async () => {
        await ana.types(id, 'reply Please start Lync again');
        return id;
      };
    },
    channel: ({ direct }) => direct,
    isIt: ({ text }) => text.includes('Please start Lync again'),
  },
];

/** Where Slack can't say whether it is there. */
const SILENT: readonly (readonly [how: string, answer: Partial<SlackFault>])[] = [
  ['is limited', { answer: 429, headers: { 'retry-after': '30' } }],
  ['fails', { answer: { error: 'internal_error' } }],
  ['may not be read', { answer: { error: 'missing_scope' } }],
  ['says nothing', { answer: 'silence' }],
];

describe('after an answer of Slack that was lost', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld({ isInSlack: true });
  });
  after(() => world.stop());

  /** Until all is out, while time passes: what came of an attempt is looked for a moment later. */
  const quiet = async () => {
    const passing = setInterval(() => world.clock.pass(250), 100);
    try {
      await world.rows.quiet();
    } finally {
      clearInterval(passing);
    }
  };

  for (const { what, history, prepare, channel, isIt } of KINDS) {
    /** Lets it go out with these faults, and gives what came of it. */
    const send = async (answer: SlackFault['answer'], ...asked: readonly SlackFault[]) => {
      const chat = world.inSlack();
      const act = await prepare(world, chat);
      await world.rows.quiet();
      world.slack.failNext({ on: 'chat.postMessage', in: channel(chat), answer }, ...asked);
      const before = world.slack.ledger.length;
      const id = await act();
      await quiet();
      const calls = world.slack.ledger.slice(before);
      const posts = world.slack.posts(channel(chat)).filter((post) => isIt(post, id));
      const looks = calls.filter(
        ({ method }) => method.startsWith('conversations.') && method !== 'conversations.open',
      );
      return { id, posts, looks: looks.map(({ method }) => method) };
    };

    it(`${what} is found by its metadata, and not posted again`, async () => {
      const { posts, looks } = await send('lost');

      expect(posts).to.have.lengthOf(1);
      expect(posts[0]?.metadata?.event_payload['outbox']).to.be.a('string');
      expect(looks).to.deep.equal([history]);
    });

    it(`${what} is posted as it was, where the history hasn’t got it`, async () => {
      const { posts, looks } = await send('reset');

      expect(posts).to.have.lengthOf(1);
      expect(JSON.stringify(posts)).to.not.include('may be a repeat');
      expect(looks).to.deep.equal([history]);
    });

    for (const [how, fault] of SILENT) {
      it(`${what} is posted again and says so, with its case, where the history ${how}`, async () => {
        const { posts, looks, id } = await send('lost', { answer: 500, on: history, ...fault });

        expect(posts).to.have.lengthOf(2);
        expect(JSON.stringify(posts[0])).to.not.include('may be a repeat');
        expect(posts[1]?.text).to.include('(may be a repeat)').and.include(id);
        expect(JSON.stringify(posts[1]?.blocks)).to.include('(may be a repeat)').and.include(id);
        expect(looks).to.deep.equal([history]);
      });
    }
  }

  it('a case’s card that is found is changed to how the case is by then', async () => {
    const chat = world.inSlack();
    await chat.arrive();
    world.slack.failNext({ on: 'chat.postMessage', in: SLACK_CHANNEL, answer: 'lost' });
    const before = world.slack.ledger.length;

    const id = await sendCase(chat);
    await quiet();

    const [post] = world.slack.posts(SLACK_CHANNEL).filter((each) => each.metadata?.event_payload['case'] === id);
    const changes = world.slack.ledger.slice(before).filter(({ method }) => method === 'chat.update');
    expect(changes.filter(({ body }) => body.ts === post?.ts)).to.have.lengthOf.at.least(1);
    expect(post?.metadata?.event_payload['case']).to.equal(id);
    expect((await world.rows.case(id)).isOnScreen).to.equal(true);
  });

  it('what is said in answer to somebody carries no metadata, since it is never looked for', async () => {
    const chat = world.inSlack();

    await chat.arrive();
    await play(chat, [says('start')]);

    expect(world.slack.posts(chat.direct).map(({ metadata }) => metadata)).to.deep.equal([null, null]);
  });
});
