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

  const deliver = async (payload: object) => {
    const signed = { secret: WORKSPACE.signingSecret, now: world.clock.now };
    expect((await postToSlackRoute(world.bot.origin(), 'events', payload, signed)).status).to.equal(200);
    await world.rows.quiet();
  };
  const writes = (who: SlackPersonOfTest, raw: string) =>
    deliver(slackPayloads(who).saysRaw(raw, { channel: SLACK_CHANNEL, thread: root }));
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

  describe('where somebody is mentioned', () => {
    const bea = `<@${SLACK_BEA.id}>`;

    it('is part of an answer, of a note, and of what the person writes', async () => {
      world.slack.allowMention(`<@${SLACK_ANA.id}>`);
      await writes(SLACK_ANA, `reply Please ask ${bea} or <@U0NOBODY0001>`);
      await writes(SLACK_ANA, `${bea} reply to him, please`);
      await deliver(chat.person.saysRaw(`${bea} was here`));

      await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
      await play(chat, [hears('Ana Beck wrote', 'Please ask @Bea Lind or @U0NOBODY0001')]);
      const all = thread().join('\n');
      expect(all).to.include('Note by Ana Beck, not sent to anybody: @Bea Lind reply to him, please');
      expect(all).to.include('@Bea Lind was here');
      expect((await world.rows.entries(id)).filter(({ event }) => event.kind === 'reply')).to.have.lengthOf(1);
    });

    for (const text of ['assign', 'assign it to', 'Assign to']) {
      it(`is whom a case is given to: ${text}`, async () => {
        world.slack.allowMention(bea);

        await writes(SLACK_ANA, `${text} ${bea}`);

        expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
        expect(thread().join('\n')).to.not.include('Note by');
      });
    }

    it('is a note where it is more than one, or an app', async () => {
      const app = { ...slackPerson('polly', 'Polly'), info: { is_bot: true } };
      world.slack.addPerson(app);

      await writes(SLACK_ANA, `assign ${bea} <@${SLACK_ANA.id}>`);
      await writes(SLACK_ANA, `assign <@${app.id}>`);

      const notes = (await world.rows.entries(id)).flatMap(({ event }) => (event.kind === 'note' ? [event.text] : []));
      expect(notes).to.deep.equal(['assign @Bea Lind @Ana Beck', 'assign @Polly']);
      expect((await world.rows.case(id)).status).to.equal('waiting');
    });
  });
});
