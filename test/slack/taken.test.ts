import { expect } from 'chai';
import { clicks, newest, play, says, sees } from '../support/chat.ts';
import { useSlackWorld } from './slackWorld.ts';

describe('a turn in Slack whose card is held up', () => {
  const here = useSlackWorld([says('hi'), clicks('Start')]);

  it('is answered 200 once it is committed, and its card comes once, however often it is delivered', async () => {
    const said = here.chat.person.says('just me');
    const before = here.world.slack.posts(here.chat.direct).length;
    const release = here.world.slack.hold();

    // Whatever isn't 200 fails here.
    await here.chat.deliver('events', said);
    release();
    await here.chat.deliver('events', said);

    expect(here.world.slack.posts(here.chat.direct)).to.have.lengthOf(before + 1);
    expect(newest(here.chat).title).to.include('Inside or outside');
    await play(here.chat, [says('inside'), sees('one computer')]);
  });
});
