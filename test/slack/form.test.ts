import { expect } from 'chai';
import { clicks, fills, newest, newestCard, play, says, sees } from '../support/chat.ts';
import { signInAtDesk } from '../support/deskAgent.ts';
import { fillModal } from '../support/fillModal.ts';
import { findSlackOffer } from '../support/findSlackOffer.ts';
import { readBlockKit } from '../support/readBlockKit.ts';
import type { SlackPayload } from '../support/slackEvents.ts';
import { slackIds } from '../support/slackIds.ts';
import { useSlackWorld } from './slackWorld.ts';

const LINK = 'https://meet.contoso.com/jdoe/45GZFH99';

/** 14:30 in Berlin, where the person is, as the desk reads it. */
const AT_DESK = /13:30/;

const NOT_OPENED = 'I couldn’t open the form';

describe('a form in Slack', () => {
  const here = useSlackWorld([says('hi')]);

  const toWayIn = () => play(here.chat, [clicks('My meeting starts now')]);
  const toHandOver = () => play(here.chat, [clicks('Talk to a person')]);
  /** A tap on the button of the newest card that opens its form. */
  const tap = (card = newestCard(here.chat).id): SlackPayload => {
    const post = here.world.slack.posts(here.chat.direct).find(({ ts }) => ts === card);
    if (!post) throw new Error('no such card');
    return here.chat.person.taps(findSlackOffer(post.blocks, ({ opens }) => opens).element, post);
  };
  const opened = async (payload = tap()) => {
    await here.world.deliver('actions', payload);
    const view = here.world.slack.modal(String(payload['trigger_id']));
    if (view === null) throw new Error('no form was opened');
    return view;
  };
  const send = (view: SlackPayload, typed: Readonly<Record<string, string>>) =>
    here.chat.person.submits(view, fillModal(view, typed));
  const deskCases = async () => {
    const agent = await signInAtDesk(here.world.bot.origin, { token: here.world.bot.deskToken() }, 'Ana');
    return { agent, cases: await agent.list() };
  };

  describe('that can’t be opened', () => {
    const expired = (payload: SlackPayload) => here.world.slack.expireTrigger(String(payload['trigger_id']));
    const failing = () => here.world.slack.failNext({ on: 'views.open', answer: 500 });

    for (const [why, prepare] of [
      ['since the tap is too old', expired],
      ['since Slack fails', failing],
    ] as const) {
      it(`${why} asks for its field in the chat, where typing it works`, async () => {
        await toWayIn();
        const payload = tap();
        prepare(payload);

        await here.chat.deliver('actions', payload);

        expect(newest(here.chat).text).to.include(NOT_OPENED).and.to.include('“Join link”');
        await play(here.chat, [says(LINK), sees('https://meet.contoso.com/jdoe/45GZFH99')]);
      });
    }

    it('takes the words for the helpdesk from the chat, and sends them by a word', async () => {
      await toHandOver();
      const payload = tap();
      expired(payload);

      await here.chat.deliver('actions', payload);

      expect(newest(here.chat).text).to.include('“What should they know?”');
      await play(here.chat, [
        says('The projector is off'),
        sees('I’ve added that'),
        says('send'),
        sees('with the helpdesk'),
      ]);
      const { agent, cases } = await deskCases();
      expect((await agent.card(cases[0]?.id ?? '')).text).to.include('The projector is off');
    });

    it('is asked for in the thread in which it was tapped', async () => {
      const thread = slackIds.ts();
      await here.chat.deliver('events', here.chat.person.says('my meeting starts now', { thread }));
      const payload = tap();
      expired(payload);

      await here.chat.deliver('actions', payload);

      expect(here.world.slack.posts(here.chat.direct).at(-1)?.thread).to.equal(thread);
    });
  });

  it('of an earlier card isn’t opened: where the person is comes with a notice, and nothing is sent', async () => {
    await toHandOver();
    const old = newestCard(here.chat).id;
    const payload = tap(old);
    await play(here.chat, [clicks('Keep trying')]);

    await here.chat.deliver('actions', payload);

    expect(here.world.slack.modal(String(payload['trigger_id']))).to.equal(null);
    expect(here.chat.answers()).to.equal(1);
    expect(newest(here.chat).text).to.include('earlier card').and.to.include('Can’t join a meeting?');
    expect((await deskCases()).cases).to.deep.equal([]);
  });

  it('says beside a field that nothing stands in it', async () => {
    await toWayIn();
    const view = await opened();

    const { status, body } = await here.world.deliver('actions', send(view, { link: '  \n ' }));

    expect([status, body.response_action]).to.deep.equal([200, 'errors']);
    expect(Object.keys(body.errors)).to.deep.equal(['link']);
    expect(body.errors.link).to.match(/link/i);
  });

  it('has one effect, though it is sent twice', async () => {
    await toHandOver();
    const submission = send(await opened(), { text: 'The projector is off' });

    const answers = [await here.world.deliver('actions', submission), await here.world.deliver('actions', submission)];

    expect(answers.map(({ status, text }) => `${status}${text}`)).to.deep.equal(['200', '200']);
    expect((await deskCases()).cases).to.have.lengthOf(1);
  });

  it('sends along all that stands in it', async () => {
    await toHandOver();
    await play(here.chat, [
      fills('Send', { text: 'The projector is off', startsAt: '14:30' }),
      sees('with the helpdesk'),
    ]);

    const { agent, cases } = await deskCases();

    expect((await agent.card(cases[0]?.id ?? '')).text)
      .to.include('The projector is off')
      .and.to.match(AT_DESK);
  });

  it('shows beside its button what stands in it already', async () => {
    await toHandOver();
    const view = await opened();
    await play(here.chat, [clicks('Keep trying'), clicks('Talk to a person')]);

    await here.chat.deliver('actions', send(view, { text: 'The projector\nis off', startsAt: '14:30' }));

    expect(newest(here.chat).text)
      .to.include('What should they know? “The projector is off”')
      .and.to.match(/start\?.* “14:30”/);
    expect((await deskCases()).cases).to.deep.equal([]);
  });

  describe('for more words than a field in Slack holds', () => {
    const HALVES = ['a', 'b'].map((letter) => `${letter.repeat(79)}\n`.repeat(22).trim());

    /** Sends a form of a card in whose place another one has come. */
    const sendFromEarlier = async (text: string) => {
      const view = await opened();
      await play(here.chat, [clicks('Keep trying'), clicks('Talk to a person')]);
      await here.chat.deliver('actions', send(view, { text }));
    };

    it('is without that field, and sends the case with all of them', async () => {
      await toHandOver();
      for (const half of HALVES) await sendFromEarlier(half);
      const view = await opened();

      const { status, text } = await here.world.deliver('actions', send(view, { startsAt: '14:30' }));

      const shown = readBlockKit(view, 'modal');
      expect(shown.fields).to.deep.equal(['startsAt']);
      expect(shown.text).to.include('more than a field in Slack holds').and.to.include('3,519');
      expect([status, text]).to.deep.equal([200, '']);
      const { agent, cases } = await deskCases();
      const card = JSON.stringify(await agent.show(cases[0]?.id ?? ''));
      for (const half of HALVES) expect(card).to.include(half.slice(0, 79));
      expect(card).to.match(AT_DESK);
    });
  });
});
