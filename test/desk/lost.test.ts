import { expect } from 'chai';
import { teamsDeskReference } from '../../src/channels/teams/teamsDeskReference.ts';
import { hears, newest, play, says, sees, tells } from '../support/chat.ts';
import { postActivity } from '../support/postActivity.ts';
import {
  ADA,
  BOT,
  TENANT,
  type TeamsActivities,
  type TeamsActivity,
  teamsActivities,
} from '../support/teamsActivity.ts';
import { type TeamsDesk, teamsDesk } from '../support/teamsDesk.ts';
import { inChannel } from './atDesk.ts';
import { ANA, BEA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { NEXT, NEXT_LINE, openNextLine } from './nextLine.ts';
import { arriveWithCase } from './toCase.ts';
import { until } from './until.ts';

const OTHER = '19:other@thread.tacv2';
const TEAM = '19:general@thread.tacv2';
const HERE = { channel: CHANNEL, team: TEAM };

/** After which nothing can be posted where the desk is. */
const LOSSES: readonly (readonly [what: string, activity: (ana: TeamsActivities) => TeamsActivity])[] = [
  ['the bot is taken out of the team', (ana) => ana.leaves(HERE)],
  ['the app is removed from the team', (ana) => ana.installs(HERE, 'remove')],
  ['the channel is deleted', (ana) => ana.changesTeam('channelDeleted', HERE)],
  ['the team is deleted', (ana) => ana.changesTeam('teamDeleted', HERE)],
];

/** What sounds like it, and isn’t. */
const HARMLESS: typeof LOSSES = [
  ['a colleague leaves the team', (ana) => ana.leaves(HERE, ADA)],
  ['the app is upgraded', (ana) => ana.installs(HERE, 'remove-upgrade')],
  ['another channel is deleted', (ana) => ana.changesTeam('channelDeleted', { channel: OTHER, team: TEAM })],
  ['the bot is taken out of another team', (ana) => ana.leaves({ channel: OTHER })],
  ['the bot is taken out of a group chat', (ana) => ana.leaves('groupChat')],
];

const CONTACT = 'I can’t say when. If it can’t wait: helpdesk@contoso.com';
const OPEN = 'The helpdesk is open day and night; someone will answer you here.';

/** With which every thread begins. */
const RULES = /^In this thread: /;

describe('a desk that is lost', () => {
  let world: DeskWorld;
  let other: TeamsDesk;
  let ana: TeamsActivities;
  beforeEach(async () => {
    world = await startDeskWorld({ env: { ...NEXT_LINE, DESK_PAGE: 'off', HELPDESK_HOURS: 'always' } });
    other = teamsDesk(world.bot.origin, world.connector, { channel: OTHER });
    ana = teamsActivities(world.connector.serviceUrl, ANA);
    await post(ana.says('desk here', HERE));
  });
  afterEach(() => world.stop());

  const post = async (activity: TeamsActivity) =>
    expect(await postActivity(world.bot.origin(), activity)).to.equal(200);
  const readiness = async () => {
    // An answer is given again for a second.
    world.clock.pass(2_000);
    const response = await fetch(`${world.bot.origin()}/readyz`);
    return { status: response.status, body: await response.text() };
  };
  /** `desk here` in the other channel, once it is time to try again what waits. */
  const moveOn = async () => {
    world.clock.pass(20_000);
    await other.says(ANA, 'desk here');
  };

  for (const [what, activity] of LOSSES) {
    it(`keeps cases when ${what}, and says so everywhere, until it is elsewhere`, async () => {
      const early = world.teams();
      const first = await arriveWithCase(early);
      await inChannel(world.channel, ANA, world.rows).sees(first);
      await play(early, [hears('The helpdesk has your case on its screen')]);

      await post(activity(ana));

      await play(early, [says('my request'), sees(CONTACT)]);
      const late = world.web();
      const second = await arriveWithCase(late);
      await play(late, [sees('Your case is with the helpdesk', CONTACT)]);
      expect(newest(late).text).to.not.include(OPEN);
      expect(await readiness()).to.deep.include({ status: 200 });
      expect((await readiness()).body).to.match(
        /^ready\ndesk: nothing can be posted to the first line \(.+\); say “desk here”/,
      );
      expect(
        world.channel
          .posts()
          .map(({ text }) => text)
          .join('\n'),
      ).to.not.include(second);

      await moveOn();

      for (const id of [first, second]) await other.until(({ thread, text }) => thread === null && text.includes(id));
      await play(late, [hears('The helpdesk has your case on its screen')]);
      expect(await readiness()).to.deep.equal({ status: 200, body: 'ready' });
      await play(late, [says('my request'), sees(OPEN)]);
      expect(await world.rows.dead()).to.deep.equal([]);
    });
  }

  it('is known to be lost by a bot that is started anew, before it promises anything', async () => {
    await post(ana.leaves(HERE));

    await world.bot.restart();
    const chat = world.web();
    await arriveWithCase(chat);

    expect(newest(chat).text).to.include(CONTACT).and.not.include(OPEN);
  });

  it('promises nothing for a case of the next line where that line is lost, and no less for the first one’s', async () => {
    await openNextLine(world);
    const [chat, first] = [world.teams(), world.teams()];
    const id = await arriveWithCase(chat);
    const desk = inChannel(world.channel, ANA, world.rows);
    await desk.sees(id);
    await desk.taps(id, ['More…', 'Escalate…', 'Hand it over']);
    await play(chat, [hears('on its screen'), hears('Another team'), hears('on its screen')]);
    await play(chat, [says('my request'), sees(OPEN)]);

    await post(ana.changesTeam('channelDeleted', { channel: NEXT, team: TEAM }));

    await play(chat, [says('my request'), sees(CONTACT)]);
    expect(newest(chat).text).to.not.include(OPEN);
    await arriveWithCase(first);
    expect(newest(first).text).to.include(OPEN).and.not.include(CONTACT);
    expect((await readiness()).body).to.equal(
      'ready\ndesk: nothing can be posted to the next line (channel-deleted); add the bot there again and mention it there, or set ESCALATE_TO to another channel and start the bot again',
    );
  });

  it('promises no less while the desk also is on its page, where cases are seen', async () => {
    const onPage = await startDeskWorld({ env: { HELPDESK_HOURS: 'always' } });
    const ofWorld = teamsActivities(onPage.connector.serviceUrl, ANA);
    for (const activity of [ofWorld.says('desk here', HERE), ofWorld.leaves(HERE)]) {
      expect(await postActivity(onPage.bot.origin(), activity)).to.equal(200);
    }

    const chat = onPage.web();
    const id = await arriveWithCase(chat);

    expect(newest(chat).text).to.include(OPEN).and.not.include(CONTACT);
    const listed = await (await onPage.agent('Bea')).list();
    expect(listed.map((each) => each.id)).to.deep.equal([id]);
    await onPage.stop();
  });

  for (const [what, activity] of HARMLESS) {
    it(`is not lost when ${what}`, async () => {
      await post(activity(ana));

      const id = await arriveWithCase(world.teams());

      await inChannel(world.channel, ANA, world.rows).sees(id);
      expect(await readiness()).to.deep.equal({ status: 200, body: 'ready' });
    });
  }

  for (const status of [403, 404]) {
    it(`keeps a case whose post is refused with ${status}, and says so`, async () => {
      world.connector.failNext({ on: 'send', in: CHANNEL, answer: status });
      const chat = world.teams();
      const id = await arriveWithCase(chat);
      await until('the desk to be lost', async () => ((await readiness()).body === 'ready' ? null : true));

      await play(chat, [says('my request'), sees(CONTACT)]);
      expect((await readiness()).body).to.include('say “desk here” in a channel');
      expect((await world.rows.case(id)).isOnScreen).to.equal(false);
      await moveOn();
      await play(chat, [hears('The helpdesk has your case on its screen')]);

      await inChannel(other, BEA, world.rows).sees(id);
    });
  }

  it('posts a case anew whose card is gone, and its thread goes on there', async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    await inChannel(world.channel, ANA, world.rows).sees(id);
    const [old] = rootsOf(world.channel, id);
    world.connector.failNext({ on: 'update', in: CHANNEL, answer: 404 });

    await inChannel(world.channel, ANA, world.rows).taps(id, ['Claim']);
    await world.channel.until(
      ({ thread, text }) => thread !== null && thread !== old && text.includes('Ana Beck has it now'),
    );
    await play(chat, [hears('on its screen'), hears('Ana Beck took'), tells('Hello')]);
    await world.rows.quiet();

    const [, anew] = rootsOf(world.channel, id);
    expect(
      world.channel
        .thread(anew ?? '')
        .map(({ text }) => text)
        .join('\n'),
    ).to.include('Luis Ortega: Hello');
    const again = world.channel.thread(anew ?? '').filter(({ text }) => text.startsWith('In this thread:'));
    expect(again.map(({ text }) => text.match(/Luis Ortega sent it|has it now/g))).to.deep.equal([null]);
    expect(world.channel.thread(anew ?? '')[0]?.text).to.match(RULES);
    await world.channel.says(ANA, 'reply Here I am', anew);
    await play(chat, [hears('Here I am')]);
  });

  /** A case that Ana has in the channel, and all that was to be said of it is said: the chat, and the case's thread. */
  const claimed = async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    const desk = inChannel(world.channel, ANA, world.rows);
    await desk.sees(id);
    await desk.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
    await world.rows.quiet();
    const [root = ''] = rootsOf(world.channel, id);
    return { chat, id, root };
  };

  for (const status of [403, 404]) {
    it(`loses nothing that is said where a thread is refused with ${status}: the case goes up again, and it below`, async () => {
      const { chat, id, root } = await claimed();
      world.connector.failNext({ on: 'send', in: `${CHANNEL};messageid=${root}`, answer: status });

      await play(chat, [tells('It is black again')]);

      const { thread } = await world.channel.until(({ text }) => text.includes('Luis Ortega: It is black again'));
      expect(thread).to.equal(rootsOf(world.channel, id)[1]);
      const anew = world.channel.thread(thread ?? '').map(({ text }) => text);
      expect(anew[0]).to.match(RULES);
      expect(anew.filter((text) => text.includes('It is black again'))).to.have.length(1);
      expect(await readiness()).to.deep.equal({ status: 200, body: 'ready' });
    });

    it(`loses nothing that is said where everything is refused with ${status}: it waits`, async () => {
      const { chat } = await claimed();
      world.connector.failNext(...Array(20).fill({ in: CHANNEL, answer: status }));

      await play(chat, [tells('It is black again')]);
      await until('the desk to be lost', async () => ((await readiness()).body === 'ready' ? null : true));
      await moveOn();

      const last = await other.until(({ text }) => text.includes('Luis Ortega: It is black again'));
      const anew = other.thread(last.thread ?? '').map(({ text }) => text);
      expect(anew[0]).to.match(RULES);
      expect(anew.filter((text) => text.includes('It is black again'))).to.have.length(1);
    });
  }

  it('is found again where the bot is mentioned after a refusal that passed', async () => {
    const { chat, root } = await claimed();
    world.connector.failNext(...Array(2).fill({ on: 'send', in: CHANNEL, answer: 403 }));
    await play(chat, [tells('It is black again')]);
    await until('the desk to be lost', async () => ((await readiness()).body === 'ready' ? null : true));

    world.clock.pass(20_000);
    await world.channel.says(ANA, 'a note', root);

    await world.channel.until(({ thread, text }) => thread !== null && text.includes('Luis Ortega: It is black again'));
    expect(await readiness()).to.deep.equal({ status: 200, body: 'ready' });
  });

  it('is known to be lost with its team also where the configuration says where it is, from when the bot is mentioned there', async () => {
    const where = { serviceUrl: world.connector.serviceUrl, channelId: CHANNEL, tenant: TENANT, botId: BOT.id };
    await world.rows.setPlace({
      ...{ line: 'first', key: `teams:${TENANT}:${CHANNEL}`, channel: 'msteams', setBy: null, lost: null },
      ...{ reference: teamsDeskReference(where), setAt: world.clock.now().toISOString() },
    });
    await post(ana.says('cases', HERE));
    const chat = world.teams();
    await inChannel(world.channel, ANA, world.rows).sees(await arriveWithCase(chat));

    await post(ana.leaves(HERE));

    expect((await readiness()).body).to.include(
      '(removed); add the bot there again and mention it there, or set DESK_CHANNEL to another channel',
    );
    await play(chat, [hears('on its screen'), says('my request'), sees(CONTACT)]);
  });

  it('loses nothing that is said while the desk is nowhere', async () => {
    const { chat } = await claimed();
    await post(ana.leaves(HERE));

    await play(chat, [tells('It is black again'), tells('And now it is green')]);
    await moveOn();

    const { thread } = await other.until(({ text }) => text.includes('Luis Ortega: And now it is green'));
    const [first, ...rest] = other.thread(thread ?? '').map(({ text }) => text);
    expect(first).to.match(RULES);
    expect(rest.map((text) => /black|green/.exec(text)?.[0])).to.deep.equal(['black', 'green']);
    expect(
      world.channel
        .posts()
        .map(({ text }) => text)
        .join('\n'),
    ).to.not.include('It is black again');
  });
});

/** The messages that the case is the root of, oldest first. */
function rootsOf({ posts }: TeamsDesk, id: string): readonly string[] {
  return posts().flatMap((each) => (each.thread === null && each.text.includes(id) ? [each.id] : []));
}
