import { expect } from 'chai';
import { play, says, sees } from '../support/chat.ts';
import { postToSlackRoute } from '../support/postToSlackRoute.ts';
import type { ShownCard } from '../support/readCard.ts';
import { type SlackDesk, slackDesk } from '../support/slackDesk.ts';
import { slackPayloads } from '../support/slackPayloads.ts';
import { directChannel, WORKSPACE } from '../support/slackWorkspace.ts';
import type { ChannelPost } from '../support/teamsDesk.ts';
import { inChannel, inSlackChannel } from './atDesk.ts';
import { ANA, BEA, type DeskWorld, SLACK_ANA, SLACK_BEA, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const OTHER = 'C0OTHER0001';
const PRIVATE = 'G0PRIVATE01';

/** What means nothing to somebody who has Slack alone. */
const OF_TEAMS = /\bteams?\b|standard channel/i;

const TO_WHOM = `To be one of them, have this id added to ADMIN_IDS: slack:${WORKSPACE.team}:${SLACK_BEA.id}`;
const IN_PRIVATE =
  'The desk can’t be in a private chat: your colleagues have to see it, too. Please say it in a channel.';

describe('where the desk is in Slack', () => {
  let world: DeskWorld;
  let worlds: DeskWorld[] = [];
  beforeEach(async () => {
    world = await start();
  });
  afterEach(async () => {
    for (const each of worlds) {
      expect(each.slack.faults).to.deep.equal([]);
      await each.stop();
    }
    worlds = [];
  });

  const start = async (env: Readonly<Record<string, string>> = {}) => {
    const started = await startDeskWorld({ env: { DESK_PAGE: 'off', HELPDESK_HOURS: 'never', ...env } });
    worlds.push(started);
    return started;
  };
  const signed = () => ({ secret: WORKSPACE.signingSecret, now: world.clock.now });
  const desk = (channel: string, of = world): SlackDesk => slackDesk(of.bot.origin, of.slack, channel, signed());
  const deliver = async (payload: object) => {
    expect((await postToSlackRoute(world.bot.origin(), 'events', payload, signed())).status).to.equal(200);
  };
  /** No case can be sent to a desk that isn’t anywhere. */
  const isNowhere = async () => {
    const chat = world.inSlack();
    await chat.arrive();
    await play(chat, [says('agent'), sees('Copy this and send it to your helpdesk')]);
  };
  const textsOf = (posts: readonly ShownCard[]) => posts.map(({ text }) => text);
  const newCases = ({ posts }: { posts(): readonly ChannelPost[] }) =>
    posts().filter(({ thread, text }) => thread === null && text.includes('UN-'));

  it('is not for everybody to say: who may not is told their id, and nothing comes of it', async () => {
    await world.slackChannel.says(SLACK_BEA, 'desk here');

    const [said, ...others] = textsOf(world.slackChannel.posts());
    expect(said).to.include(TO_WHOM).and.not.match(OF_TEAMS);
    expect(others).to.deep.equal([]);
    await isNowhere();
  });

  it('can’t be a direct message, which is said there, and to others what their id is', async () => {
    for (const who of [SLACK_ANA, SLACK_BEA]) await deliver(slackPayloads(who).says('Desk here'));
    const inTeams = world.teams(ANA);
    await inTeams.say('desk here');

    const said = [SLACK_ANA, SLACK_BEA].map((who) => world.slack.posts(directChannel(who)).map(({ text }) => text));
    expect(said[0]).to.deep.equal([IN_PRIVATE]);
    expect(said[1]).to.have.length(1);
    expect(said[1]?.[0]).to.include(TO_WHOM);
    expect(inTeams.cards().map(({ text }) => text)).to.deep.equal([IN_PRIVATE]);
    await isNowhere();
  });

  it('can’t be a channel in which people of other organizations are, too', async () => {
    const [mention] = slackPayloads(SLACK_ANA).mentions('desk here', { channel: OTHER });

    await deliver({ ...mention, is_ext_shared_channel: true });

    expect(textsOf(desk(OTHER).posts())).to.deep.equal([
      'The desk can’t be in a shared channel: people of other organizations would see every case. Please choose another channel.',
    ]);
    await isNowhere();
  });

  for (const [what, channel] of [
    ['public', OTHER],
    ['private', PRIVATE],
  ] as const) {
    it(`is shown by a card at once in a ${what} channel, and cases come to the channel itself`, async () => {
      const here = desk(channel);

      await here.says(SLACK_ANA, 'DESK  here', '1699999999.000100');
      expect(here.posts().map(({ title, thread }) => [title, thread])).to.deep.equal([
        ['The desk is here now', '1699999999.000100'],
      ]);
      const id = await arriveWithCase(world.inSlack());
      await inSlackChannel(here, SLACK_BEA, world.rows).sees(id);

      expect(newCases(here)).to.have.length(1);
      const first = world.slack.posts(channel).find(({ text }) => text.includes(id));
      expect(first?.text).to.include(`${id} from Luis Ortega`);
      expect(first?.metadata?.event_payload).to.include({ case: id });
    });
  }

  it('is where the configuration says, and is changed there alone', async () => {
    const configured = await start({ DESK_CHANNEL: OTHER });

    await configured.slackChannel.says(SLACK_ANA, 'desk here');
    const id = await arriveWithCase(configured.inSlack());
    await inSlackChannel(desk(OTHER, configured), SLACK_ANA, configured.rows).sees(id);

    expect(textsOf(configured.slackChannel.posts())).to.deep.equal([
      'The configuration says where the desk is, so it can’t be changed here.',
    ]);
  });

  it('hands cases to the next line’s channel, in which the desk can’t be', async () => {
    const configured = await start({ ESCALATE_TO: OTHER });
    const next = desk(OTHER, configured);
    await next.says(SLACK_ANA, 'desk here');
    expect(textsOf(next.posts())).to.deep.equal([
      'The configuration (ESCALATE_TO) says that the next line works here, and the two can’t share a channel. ' +
        'Say it in another channel, or have ESCALATE_TO changed and the bot started anew.',
    ]);
    await configured.slackChannel.says(SLACK_ANA, 'desk here');
    const chat = configured.inSlack();
    const id = await arriveWithCase(chat);
    const [ana, bea] = [
      inSlackChannel(configured.slackChannel, SLACK_ANA, configured.rows),
      inSlackChannel(next, SLACK_BEA, configured.rows),
    ];
    await ana.sees(id);

    await ana.taps(id, ['More…', 'Escalate…', 'Hand it over']);
    await bea.sees(id);
    await bea.taps(id, ['Claim']);

    expect(await configured.rows.case(id)).to.include({ line: 'next', status: 'claimed' });
    const root = newCases(next).find(({ text }) => text.includes(id))?.id ?? '';
    expect(textsOf(next.thread(root))[0]).to.match(/^In this thread: a message that begins .+ has happened so far:/s);
    const old = newCases(configured.slackChannel).find(({ text }) => text.includes(id));
    expect([old?.text.includes('Another line of the helpdesk has this case now.'), old?.offers]).to.deep.equal([
      true,
      [],
    ]);
  });

  it('moves from Teams to Slack and back, with every case that isn’t closed, and the old cards lose their buttons', async () => {
    await world.channel.says(ANA, 'desk here');
    const [id, closed] = [await arriveWithCase(world.inSlack()), await arriveWithCase(world.teams())];
    const [inTeams, inSlack] = [
      inChannel(world.channel, ANA, world.rows),
      inSlackChannel(world.slackChannel, SLACK_ANA, world.rows),
    ];
    for (const each of [id, closed]) await inTeams.sees(each);
    await inTeams.taps(id, ['Claim']);
    await inTeams.taps(closed, ['Solved…', 'Something else']);
    await world.rows.quiet();

    await world.slackChannel.says(SLACK_ANA, 'desk here');
    await inSlack.sees(id);
    await world.rows.quiet();
    const moved = newCases(world.slackChannel).find(({ text }) => text.includes(id));
    const start = textsOf(world.slackChannel.thread(moved?.id ?? ''))[0];
    const old = newCases(world.channel).find(({ text }) => text.includes(id));
    await world.slackChannel.writes(SLACK_BEA, 'a note from Slack', moved?.id ?? '');
    world.clock.pass(2_000);
    await world.channel.says(ANA, 'desk here');
    await inChannel(world.channel, BEA, world.rows).taps(id, ['More…', 'Note', 'Keep the note'], {
      text: 'From Teams',
    });
    await world.rows.quiet();

    expect(start).to.match(/^In this thread: a message that begins .+Ana Beck has it now\.$/s);
    expect(old?.text).to.include('The helpdesk works in another channel now. This case is there.');
    expect(old?.offers).to.deep.equal([]);
    const left = newCases(world.slackChannel).find(({ text }) => text.includes(id));
    expect(left?.text).to.include('The helpdesk works in another channel now. This case is there.');
    expect(left?.offers).to.deep.equal([]);
    const notes = (await world.rows.entries(id)).flatMap(({ event }) => (event.kind === 'note' ? [event.text] : []));
    expect(notes).to.deep.equal(['a note from Slack', 'From Teams']);

    // Below the old card colleagues may go on talking; what was meant for the person is refused in words.
    const seen = world.slackChannel.posts().length;
    for (const text of ['Where is it now?', 'reply Hello']) {
      await world.slackChannel.writes(SLACK_BEA, text, moved?.id ?? '');
    }
    await world.slackChannel.says(SLACK_BEA, 'a note', moved?.id ?? '');
    await world.slackChannel.click(SLACK_BEA, { verb: 'desk-claim', card: id, case: id }, { id: moved?.id ?? '' });
    await world.rows.quiet();
    expect(textsOf(world.slackChannel.posts().slice(seen))).to.deep.equal(
      Array(3).fill('The helpdesk works in another channel now; this was not sent.'),
    );
    expect((await world.rows.entries(id)).filter(({ event }) => event.kind === 'note')).to.have.length(2);
  });
});
