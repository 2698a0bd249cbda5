import { expect } from 'chai';
import { clicks, newest, play, says, sees } from '../support/chat.ts';
import { signInAtDesk } from '../support/deskAgent.ts';
import type { SlackFault } from '../support/fakeSlackAnswers.ts';
import { fillModal } from '../support/fillModal.ts';
import { findSlackOffer } from '../support/findSlackOffer.ts';
import { useSlackWorld } from './slackWorld.ts';

const FAILS: readonly (readonly [string, SlackFault['answer']])[] = [
  ['Slack fails', 500],
  ['its message is gone', { error: 'message_not_found' }],
  ['it takes too many changes', 429],
];

describe('a card in Slack that can’t be changed', () => {
  const here = useSlackWorld([says('hi')]);

  const posts = () => here.world.slack.posts(here.chat.direct);
  const tapOn = (label: string, ts = posts().at(-1)?.ts) => {
    const post = posts().find((each) => each.ts === ts) ?? expect.fail('no such card');
    return here.chat.person.taps(findSlackOffer(post.blocks, label).element, post);
  };
  const failing = (answer: SlackFault['answer']) => here.world.slack.failNext({ on: 'chat.update', answer });

  for (const [why, answer] of FAILS) {
    it(`since ${why} keeps nobody from the next one, and does nothing any more`, async () => {
      const old = posts().at(-1)?.ts;
      failing(answer);

      await here.chat.deliver('actions', tapOn('Start', old));

      expect([here.chat.answers(), newest(here.chat).title]).to.deep.equal([1, 'How many people can’t join?']);
      await play(here.chat, [clicks('Just me'), sees('Inside or outside')]);
      // Its button is still there.
      await here.chat.deliver('actions', tapOn('Start', old));
      expect(here.chat.answers()).to.equal(1);
      await play(here.chat, [sees('earlier card', 'Inside or outside')]);
    });
  }

  it('opens no form any more, and is followed by one that does', async () => {
    await play(here.chat, [clicks('Talk to a person')]);
    const old = posts().at(-1)?.ts;
    const opens = async (ts?: string) => {
      const tap = tapOn('Send', ts);
      await here.chat.deliver('actions', tap);
      return here.world.slack.modal(String(tap['trigger_id'])) !== null;
    };
    failing(500);
    await play(here.chat, [says('agent')]);

    const byOld = await opens(old);

    await play(here.chat, [sees('Talk to a person', 'earlier card')]);
    expect([byOld, await opens()]).to.deep.equal([false, true]);
  });

  it('sends one case alone, though its button is tapped again and two forms of it are sent', async () => {
    await play(here.chat, [clicks('Talk to a person')]);
    const old = posts().at(-1)?.ts;
    const opens = async () => {
      const tap = tapOn('Send', old);
      await here.world.deliver('actions', tap);
      return here.world.slack.modal(String(tap['trigger_id']));
    };
    const submission = async () => {
      const view = (await opens()) ?? expect.fail('no form was opened');
      return here.chat.person.submits(view, fillModal(view, { text: 'The projector is off' }));
    };
    const [first, second] = [await submission(), await submission()];
    failing(500);

    await here.chat.deliver('actions', first);
    const shown = newest(here.chat).text;
    await here.chat.deliver('actions', second);
    const view = await opens();

    const agent = await signInAtDesk(here.world.bot.origin, { token: here.world.bot.deskToken() }, 'Ana');
    expect(shown).to.include('with the helpdesk');
    expect(view).to.equal(null);
    await play(here.chat, [sees('earlier card', 'with the helpdesk')]);
    expect(await agent.list()).to.have.lengthOf(1);
  });
});
