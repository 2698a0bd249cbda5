import { expect } from 'chai';
import { clicks, fills, newest, play, says, sees } from '../support/chat.ts';
import { signInAtDesk } from '../support/deskAgent.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { slackIds } from '../support/slackIds.ts';
import { slackOffers } from '../support/slackOffers.ts';
import { type SlackWorld, startSlackWorld } from './slackWorld.ts';

describe('a thread of the direct message', () => {
  let world: SlackWorld;
  let chat: SlackChat;
  const thread = slackIds.ts();

  beforeEach(async () => {
    world = await startSlackWorld();
    chat = world.chat();
    await play(chat, [says('hi'), clicks('Start')]);
  });
  afterEach(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });

  const sayIn = (text: string) => chat.deliver('events', chat.person.says(text, { thread }));
  const newestPost = () => {
    const post = world.slack.posts(chat.direct).at(-1);
    if (!post) throw new Error('nothing was posted');
    return post;
  };
  const tap = (label: string) => {
    const post = newestPost();
    const offer = slackOffers(post.blocks).find((each) => each.label.startsWith(label));
    if (!offer) throw new Error(`no “${label}”`);
    return chat.person.taps(offer.element, post);
  };

  it('goes on with the one conversation, and is answered in it', async () => {
    await sayIn('just me');

    expect(newest(chat).title).to.include('Inside or outside');
    expect(newestPost().thread).to.equal(thread);
  });

  it('is left with the next message outside of it', async () => {
    await sayIn('just me');

    await play(chat, [says('inside'), sees('one computer')]);

    expect(newestPost().thread).to.equal(null);
  });

  it('has the cards in it answered in it', async () => {
    await sayIn('just me');
    const before = newestPost();

    await chat.deliver('actions', tap('Inside our organization'));

    expect(newestPost().thread).to.equal(thread);
    expect(newest(chat).title).to.include('one computer');
    expect(JSON.stringify(world.slack.posts(chat.direct).find(({ ts }) => ts === before.ts))).to.include('You chose');
  });

  it('gets no news of a case that was sent in it: they come where everything is seen', async () => {
    await sayIn('talk to a person');
    expect(newestPost().thread).to.equal(thread);
    await play(chat, [fills('Send', 'The projector is off')]);
    expect(newest(chat).title).to.include('with the helpdesk');
    expect(newestPost().thread).to.equal(thread);
    const agent = await signInAtDesk(world.bot.origin, { token: world.bot.deskToken() }, 'Ana');
    const id = /UN-\w{4}-\w{2}/.exec(newest(chat).text)?.[0] ?? '';

    await agent.taps(id, 'Claim');

    await chat.hear();
    expect(newestPost().thread).to.equal(null);
  });
});
