import { expect } from 'chai';
import { en } from '../../src/cards/text/en.ts';
import { hears, play } from '../support/chat.ts';
import { postToSlackRoute } from '../support/postToSlackRoute.ts';
import { slackIds } from '../support/slackIds.ts';
import { type SlackPayloads, slackPayloads } from '../support/slackPayloads.ts';
import { WORKSPACE } from '../support/slackWorkspace.ts';
import { inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, SLACK_BEA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { NEXT_LINE, openNextLine } from './nextLine.ts';
import { arriveWithCase } from './toCase.ts';

const RULES =
  'In this thread: a message that begins with “reply” goes to the person. Any other is kept as a note. @Unstuck sees them all, also those that don’t mention it.';

/** A message that no case is known by. */
const EARLIER = '1699999999.000100';

describe('what is said in the desk’s channel in Slack', () => {
  let world: DeskWorld;
  let id: string;
  let root: string;
  const ana: SlackPayloads = slackPayloads(SLACK_ANA);
  before(async () => {
    world = await startDeskWorld({ isInSlack: true, env: { ...NEXT_LINE, HELPDESK_HOURS: 'never' } });
    // Known at the desk, so that a case can be given to her.
    await world.slackChannel.says(SLACK_BEA, 'help');
  });
  beforeEach(async () => {
    id = await arriveWithCase(world.teams());
    await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).sees(id);
    await world.rows.quiet();
    root = (await world.slackChannel.until((post) => post.thread === null && post.text.includes(id))).id;
  });
  afterEach(() => expect(world.slack.faults).to.deep.equal([]));
  after(() => world.stop());

  const deliver = async (payload: object) => {
    const signed = { secret: WORKSPACE.signingSecret, now: world.clock.now };
    expect((await postToSlackRoute(world.bot.origin(), 'events', payload, signed)).status).to.equal(200);
  };
  const here = () => ({ channel: SLACK_CHANNEL, thread: root });
  const notes = async () =>
    (await world.rows.entries(id)).flatMap(({ event }) => (event.kind === 'note' ? [event.text] : []));
  const replies = async () =>
    (await world.rows.entries(id)).flatMap(({ event }) => (event.kind === 'reply' ? [event.text] : []));
  const kinds = async () => (await world.rows.entries(id)).map(({ event }) => event.kind);
  /** What the bot has posted in the channel since then. */
  const during = async (deed: () => Promise<void>) => {
    const seen = world.slackChannel.posts().length;
    world.clock.pass(1_000);
    await deed();
    await world.rows.quiet();
    return world.slackChannel.posts().slice(seen);
  };

  it('stands under rules that are true there', () => {
    expect(world.slackChannel.thread(root)[0]?.text).to.equal(RULES);
  });

  /** Nothing is answered, and nothing comes of it. */
  const UNHEARD: readonly (readonly [what: string, payloads: () => readonly object[]])[] = [
    ['a message outside of threads', () => [ana.says('reply Hello', { channel: SLACK_CHANNEL })]],
    [
      'a message in a thread that a colleague has begun',
      () => [ana.says('reply Hello', { channel: SLACK_CHANNEL, thread: EARLIER, begunBy: SLACK_BEA.id })],
    ],
    [
      'the same sent to the channel as well',
      () => [ana.broadcasts('reply Hello', { channel: SLACK_CHANNEL, thread: EARLIER, begunBy: SLACK_BEA.id })],
    ],
    ['a message that is changed', () => [ana.changes('1699999999.000200', 'reply Hello', here())]],
    [
      'a message that is deleted',
      () => [
        {
          ...ana.says('', here()),
          event: {
            ...{ type: 'message', subtype: 'message_deleted', channel: SLACK_CHANNEL, channel_type: 'channel' },
            ...{ hidden: true, ts: '1700000001.000100', deleted_ts: '1699999999.000200' },
            previous_message: { type: 'message', user: SLACK_ANA.id, text: 'reply Hello', thread_ts: root },
          },
        },
      ],
    ],
    ['a post of the bot’s own', () => [ana.botSays('reply Hello', 'own', here())]],
    ['a post of another bot', () => [ana.botSays('reply Hello', 'other', here())]],
    [
      'a file outside of threads of cases',
      () =>
        [{}, { thread: EARLIER }, { thread: EARLIER, begunBy: SLACK_BEA.id }].map((where) =>
          ana.shares([{ name: 'a.png', url: null }], '', { channel: SLACK_CHANNEL, ...where }),
        ),
    ],
    ['a mention of a colleague alone', () => [ana.saysRaw(`<@${SLACK_BEA.id}>`, here())]],
  ];

  for (const text of ['reply Hello', 'We had that yesterday']) {
    for (const how of ['says', 'broadcasts'] as const) {
      it(`is refused in words under an earlier card, of which the bot knows no more: ${how} ${text}`, async () => {
        const before = await world.rows.all();

        const posts = await during(() => deliver(ana[how](text, { channel: SLACK_CHANNEL, thread: EARLIER })));

        expect(posts.map((post) => [post.thread, post.text])).to.deep.equal([[EARLIER, en.desk.whichCase]]);
        expect(await world.rows.all()).to.deep.equal(before);
      });
    }
  }

  for (const [what, payloads] of UNHEARD) {
    it(`is left alone where it is ${what}`, async () => {
      const before = await world.rows.all();

      const posts = await during(async () => {
        for (const payload of payloads()) await deliver(payload);
      });

      expect(posts).to.deep.equal([]);
      expect(await world.rows.all()).to.deep.equal(before);
    });
  }

  /** What colleagues say to each other stays at the desk, and is answered by nothing but that it was kept. */
  const CHATTER = [
    'We had that yesterday, too',
    'help',
    '?',
    'cases',
    'stats',
    'desk here',
    'case UN-2222-22',
    'assign a licence to the user, that was it',
    'assign',
    'replying to that takes me a minute',
  ];

  for (const text of CHATTER) {
    it(`is a note where nobody is mentioned: ${text}`, async () => {
      const posts = await during(() => deliver(ana.says(text, here())));

      expect(await notes()).to.deep.equal([text]);
      expect(posts.map((post) => [post.thread, post.text])).to.deep.equal([
        [root, `Note by Ana Beck, not sent to anybody: ${text}`],
      ]);
    });
  }

  it('goes to the person where it begins with “reply”, with a mention or without, and by a broadcast', async () => {
    const chat = world.teams();
    id = await arriveWithCase(chat);
    await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).sees(id);
    root = (await world.slackChannel.until((post) => post.thread === null && post.text.includes(id))).id;

    await deliver(ana.says('reply One', here()));
    await world.slackChannel.says(SLACK_ANA, 'reply Two', root);
    await deliver(ana.broadcasts('Reply: Three', here()));
    await deliver(ana.shares([{ name: 'a.png', url: `${world.slack.apiUrl}a.png` }], 'reply Four', here()));

    await play(chat, [
      hears('on its screen'),
      hears('Ana Beck took'),
      ...['One', 'Two', 'Three', 'Four'].map((text) => hears('Ana Beck wrote', text)),
    ]);
    expect((await kinds()).filter((kind) => kind === 'reply')).to.have.length(4);
  });

  it('gives the case to a colleague by name or by a mention, also to one whom nobody has seen there', async () => {
    const kim = { ...SLACK_BEA, id: 'U0KIM000000', name: 'Kim Osei', short: 'kim' };
    world.slack.addPerson(kim);
    world.slack.allowMention(`<@${kim.id}>`, `<@${SLACK_BEA.id}>`);

    await during(() => deliver(ana.says('assign bea', here())));
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
    const posts = await during(() => deliver(ana.saysRaw(`assign <@${kim.id}>`, here())));

    expect((await world.rows.case(id)).claim?.by).to.deep.equal({
      id: `slack:${WORKSPACE.team}:${kim.id}`,
      name: 'Kim Osei',
      via: 'desk',
    });
    expect(posts.map(({ text }) => text)).to.deep.equal([`@${kim.id} Ana Beck gave it to Kim Osei.`]);
    expect(await notes()).to.deep.equal([]);
  });

  /** In a channel, too, the bot answers those who ask it. */
  const ASKED: readonly (readonly [text: string, title: string])[] = [
    ['help', 'How the desk works'],
    ['cases', 'Open cases'],
    ['closed cases', 'Closed cases'],
    ['stats', 'Figures of the last 30 days'],
  ];

  for (const [text, title] of ASKED) {
    it(`is answered where it is asked by a mention: ${text}`, async () => {
      const outside = await during(() => world.slackChannel.says(SLACK_ANA, text));
      const inThread = await during(() => world.slackChannel.says(SLACK_ANA, text, root));

      expect(outside.map((post) => post.title)).to.deep.equal([title]);
      expect(inThread.map((post) => [post.title, post.thread])).to.deep.equal([[title, root]]);
      expect(await notes()).to.deep.equal([]);
    });
  }

  it('shows a case, by a mention, and asks which one is meant where that can’t be told', async () => {
    const [shown] = await during(() => world.slackChannel.says(SLACK_ANA, `case ${id}`));
    const asked = await during(() => world.slackChannel.says(SLACK_ANA, 'reply Hello'));

    expect(shown?.offers.map(({ label }) => label)).to.include('Claim');
    expect(asked.map(({ text }) => text)).to.deep.equal([
      'Which case is that about? Nothing was sent to anybody. Please write it in the thread of the case’s newest card; if that has only just come, send it again in a minute.',
    ]);
  });

  it('is said once, however often and in whatever order its two events come', async () => {
    const [mention, message] = ana.mentions('Look at this', { channel: SLACK_CHANNEL, thread: root });

    const posts = await during(async () => {
      for (const event of [message, mention, mention, message]) await deliver(event);
    });

    expect(await notes()).to.deep.equal(['Look at this']);
    expect(posts).to.have.length(1);
  });

  it('goes to the person once, though the message is edited afterwards and comes again by a new event', async () => {
    const events = ana.mentions('reply Restrt it', here());
    const [mention = {}] = events;

    await during(async () => {
      for (const event of [...events, ...ana.editsMention(mention, 'reply Restart it')]) await deliver(event);
    });

    expect(await replies()).to.deep.equal(['Restrt it']);
  });

  it('goes to the person where it mentions the bot and has a file, by whichever event that comes', async () => {
    const message = ana.mentionsWithFiles([{ name: 'a.png', url: null }], 'reply See the picture', here());
    const { channel_type: _, subtype: __, ...mention } = Object(message['event']);

    await during(async () => {
      await deliver(message);
      await deliver({ ...message, event_id: slackIds.event(), event: { ...mention, type: 'app_mention' } });
    });

    expect(await replies()).to.deep.equal(['See the picture']);
  });

  it('is no note of a case that the next line has; an answer to its person is refused in words', async () => {
    await openNextLine(world);
    await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).taps(id, ['More…', 'Escalate…', 'Hand it over']);
    await world.rows.quiet();

    const chatter = await during(() => deliver(ana.says('They will like that', here())));
    const answer = await during(() => deliver(ana.says('reply Hello', here())));

    expect(chatter).to.deep.equal([]);
    expect(answer.map(({ text }) => text)).to.deep.equal(['There is no such case here.']);
    expect(await notes()).to.deep.equal([]);
  });
});
