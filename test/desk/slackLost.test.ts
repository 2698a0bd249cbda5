import { expect } from 'chai';
import { hears, play, says, sees, tells } from '../support/chat.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { type SlackDesk, slackDesk } from '../support/slackDesk.ts';
import { WORKSPACE } from '../support/slackWorkspace.ts';
import { inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, SLACK_BEA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';
import { until } from './until.ts';

const OTHER = 'C0OTHER0001';
const CONTACT = 'I can’t say when. If it can’t wait: helpdesk@contoso.com';
const OPEN = 'The helpdesk is open day and night; someone will answer you here.';
const RULES = /^In this thread: a message that begins with “reply”/;

describe('a desk in Slack that is lost', () => {
  let world: DeskWorld;
  let other: SlackDesk;
  beforeEach(async () => {
    world = await startDeskWorld({
      isInSlack: true,
      env: { DESK_PAGE: 'off', HELPDESK_HOURS: 'always', HELPDESK_CONTACT: 'helpdesk@contoso.com' },
    });
    world.slack.allowMention(`<@${SLACK_ANA.id}>`, `<@${SLACK_BEA.id}>`);
    other = slackDesk(world.bot.origin, world.slack, OTHER, { secret: WORKSPACE.signingSecret, now: world.clock.now });
  });
  afterEach(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });

  const readiness = async () => {
    // An answer is given again for a second.
    world.clock.pass(2_000);
    return (await fetch(`${world.bot.origin()}/readyz`)).text();
  };
  const isLost = () => until('the desk to be lost', async () => ((await readiness()) === 'ready' ? null : true));
  const refuse = (error: string, { on = 'chat.postMessage', times = 1 } = {}) =>
    world.slack.failNext(...Array(times).fill({ on, in: SLACK_CHANNEL, answer: { error } }));
  const rootsOf = (id: string) =>
    world.slackChannel.posts().flatMap((each) => (each.thread === null && each.text.includes(id) ? [each.id] : []));
  const textsBelow = (root = '') => world.slackChannel.thread(root).map(({ text }) => text);

  for (const error of ['not_in_channel', 'channel_not_found', 'is_archived']) {
    it(`keeps a case that is answered with ${error}, promises nothing, and has it again once it is mentioned there`, async () => {
      refuse(error);
      const chat = world.inSlack();
      const id = await arriveWithCase(chat);
      await isLost();

      await play(chat, [says('my request'), sees(CONTACT)]);
      expect(await readiness()).to.include('nothing can be posted to the first line');
      expect((await world.rows.case(id)).isOnScreen).to.equal(false);
      world.clock.pass(20_000);
      await world.slackChannel.says(SLACK_BEA, 'cases');

      await play(chat, [hears('The helpdesk has your case on its screen'), says('my request'), sees(OPEN)]);
      await inSlackChannel(world.slackChannel, SLACK_BEA, world.rows).sees(id);
      expect(await readiness()).to.equal('ready');
    });
  }

  /** A case that Ana has, and all that was to be said of it is said. */
  const claimed = async () => {
    const chat: SlackChat = world.inSlack();
    const id = await arriveWithCase(chat);
    const desk = inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
    await desk.sees(id);
    await desk.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
    await world.rows.quiet();
    world.clock.pass(2_000);
    const [root = ''] = rootsOf(id);
    return { chat, id, root, desk };
  };

  for (const error of ['message_not_found', 'cant_update_message', 'edit_window_closed']) {
    it(`posts a case anew whose card can’t be changed: ${error}; its thread begins with the rules and all that was`, async () => {
      const { chat, id, root } = await claimed();
      refuse(error, { on: 'chat.update' });

      await inSlackChannel(world.slackChannel, SLACK_BEA, world.rows).types(id, 'assign Ana');
      await world.slackChannel.writes(SLACK_BEA, 'A note', root);
      await play(chat, [tells('Hello')]);
      await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).taps(id, ['Solved…', 'Something else']);
      await world.rows.quiet();

      const [, anew = ''] = rootsOf(id);
      expect(textsBelow(anew)[0]).to.match(RULES);
      expect(textsBelow(anew).join('\n')).to.include('What has happened so far').and.include('Luis Ortega: Hello');
      await world.slackChannel.writes(SLACK_ANA, 'reply Here I am', anew);
      await play(chat, [hears('Are you in?'), hears('Here I am')]);
    });
  }

  it('loses nothing that is said where a thread is gone: the case goes up again, and it below', async () => {
    const { chat, id } = await claimed();
    refuse('thread_not_found');

    await play(chat, [tells('It is black again')]);

    const { thread } = await world.slackChannel.until(({ text }) => text.includes('Luis Ortega: It is black again'));
    expect(thread).to.equal(rootsOf(id)[1]);
    expect(textsBelow(thread ?? '')[0]).to.match(RULES);
    expect(textsBelow(thread ?? '').filter((text) => text.includes('It is black again'))).to.have.length(1);
    expect(await readiness()).to.equal('ready');
  });

  it('loses nothing that is said while the bot is in no channel: it waits until the desk is elsewhere', async () => {
    const { chat } = await claimed();
    refuse('not_in_channel', { times: 20 });

    await play(chat, [tells('It is black again')]);
    await isLost();
    world.clock.pass(20_000);
    await other.says(SLACK_ANA, 'desk here');

    const last = await other.until(({ text }) => text.includes('Luis Ortega: It is black again'));
    expect(other.thread(last.thread ?? '')[0]?.text).to.match(RULES);
    expect(await world.rows.dead()).to.deep.equal([]);
  });

  it('says what is to be said once, after as long as Slack asks it to wait', async () => {
    const { chat } = await claimed();
    const busy = { on: 'chat.postMessage', in: SLACK_CHANNEL, answer: 429, headers: { 'retry-after': '1' } } as const;
    world.slack.failNext(busy);
    const begun = Date.now();

    await play(chat, [tells('It is black again')]);
    const isThere = () => world.slackChannel.posts().some(({ text }) => text.includes('It is black again'));
    await until('what waits to be said', async () => {
      world.clock.pass(10);
      return isThere() ? true : null;
    });
    await world.rows.quiet();

    expect(Date.now() - begun).to.be.at.least(900);
    expect(world.slackChannel.posts().filter(({ text }) => text.includes('It is black again'))).to.have.length(1);
    expect(await readiness()).to.equal('ready');
  });
});
