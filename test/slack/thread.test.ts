import { expect } from 'chai';
import { clicks, fills, newest, play, says, sees } from '../support/chat.ts';
import { signInAtDesk } from '../support/deskAgent.ts';
import { findSlackOffer } from '../support/findSlackOffer.ts';
import { slackIds } from '../support/slackIds.ts';
import { useSlackWorld } from './slackWorld.ts';

describe('a thread of the direct message', () => {
  const here = useSlackWorld([says('hi'), clicks('Start')]);
  const thread = slackIds.ts();

  const sayIn = (text: string) => here.chat.deliver('events', here.chat.person.says(text, { thread }));
  const newestPost = () => {
    const post = here.world.slack.posts(here.chat.direct).at(-1);
    if (!post) throw new Error('nothing was posted');
    return post;
  };
  const tap = (label: string) => {
    const post = newestPost();
    return here.chat.person.taps(findSlackOffer(post.blocks, label).element, post);
  };

  it('goes on with the one conversation, and is answered in it', async () => {
    await sayIn('just me');

    expect(newest(here.chat).title).to.include('Inside or outside');
    expect(newestPost().thread).to.equal(thread);
  });

  it('is left with the next message outside of it', async () => {
    await sayIn('just me');

    await play(here.chat, [says('inside'), sees('one computer')]);

    expect(newestPost().thread).to.equal(null);
  });

  it('has the cards in it answered in it', async () => {
    await sayIn('just me');
    const before = newestPost();

    await here.chat.deliver('actions', tap('Inside our organization'));

    expect(newestPost().thread).to.equal(thread);
    expect(newest(here.chat).title).to.include('one computer');
    expect(JSON.stringify(here.world.slack.posts(here.chat.direct).find(({ ts }) => ts === before.ts))).to.include(
      'You chose',
    );
  });

  it('gets no news of a case that was sent in it: they come where everything is seen', async () => {
    await sayIn('talk to a person');
    expect(newestPost().thread).to.equal(thread);
    await play(here.chat, [fills('Send', 'The projector is off')]);
    expect(newest(here.chat).title).to.include('with the helpdesk');
    expect(newestPost().thread).to.equal(thread);
    const agent = await signInAtDesk(here.world.bot.origin, { token: here.world.bot.deskToken() }, 'Ana');
    const id = /UN-\w{4}-\w{2}/.exec(newest(here.chat).text)?.[0] ?? '';

    await agent.taps(id, 'Claim');

    await here.chat.hear();
    expect(newestPost().thread).to.equal(null);
  });
});
