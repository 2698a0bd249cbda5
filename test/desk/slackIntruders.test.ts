import { expect } from 'chai';
import { postToSlackRoute } from '../support/postToSlackRoute.ts';
import { tappedButton } from '../support/slackActions.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { slackDesk } from '../support/slackDesk.ts';
import { slackPayloads } from '../support/slackPayloads.ts';
import { directChannel, type SlackPersonOfTest, slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { inSlackChannel } from './atDesk.ts';
import { ALL_CLICKS, DESK_CLICKS, DESK_WORDS, LATER_CLICKS, LOOKS } from './deskActions.ts';
import { clickOn } from './deskIntruders.ts';
import { type DeskWorld, SLACK_ANA, SLACK_BEA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const NEXT = 'C0NEXTLINE1';
const OTHER = 'C0OTHER0001';
const NOT_HERE = 'There is no such case here.';
const LUIS = slackPerson('luis', 'Luis Ortega');
const WORDS = 'The projector stays dark';
const WORDS_OF_MARA = 'The door to the room is stuck';
const PATIENCE = 60_000;

const FOR_THE_DESK = [...DESK_CLICKS, ...LATER_CLICKS, ...LOOKS];

/** Where somebody taps something, or sends a form that was opened there. */
interface At {
  readonly channel: string;
  readonly thread: string | null;
}

describe('who may do what to a case at a desk in Slack', () => {
  let world: DeskWorld;
  let chat: SlackChat;
  /** Luis’s, which Ana has in the first line’s channel; and Mara’s, which Bea has in the next one’s. */
  let own: string;
  let handed: string;
  let root: string;
  let nextRoot: string;
  before(async () => {
    world = await startDeskWorld({ isInSlack: true, env: { ESCALATE_TO: NEXT, HELPDESK_HOURS: 'never' } });
    world.slack.allowMention(...[SLACK_ANA, SLACK_BEA, LUIS].map(({ id }) => `<@${id}>`));
    const next = slackDesk(world.bot.origin, world.slack, NEXT, signed());
    chat = world.inSlack(LUIS);
    own = await arriveWithCase(chat, [], WORDS);
    handed = await arriveWithCase(world.inSlack(slackPerson('mara', 'Mara')), [], WORDS_OF_MARA);
    const [ana, bea] = [
      inSlackChannel(world.slackChannel, SLACK_ANA, world.rows),
      inSlackChannel(next, SLACK_BEA, world.rows),
    ];
    for (const id of [own, handed]) await ana.sees(id);
    await ana.taps(own, ['Claim']);
    await ana.taps(handed, ['More…', 'Escalate…', 'Hand it over']);
    await bea.sees(handed);
    await bea.taps(handed, ['Claim']);
    await world.rows.quiet();
    const rootIn = async (desk: typeof next, id: string) =>
      (await desk.until(({ thread, text }) => thread === null && text.includes(id))).id;
    [root, nextRoot] = [await rootIn(world.slackChannel, own), await rootIn(next, handed)];
  });
  after(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });

  const signed = () => ({ secret: WORKSPACE.signingSecret, now: () => world.clock.now() });
  const act = async (payload: object) => postToSlackRoute(world.bot.origin(), 'actions', payload, signed());
  const click = (who: SlackPersonOfTest, value: object, { channel, thread }: At) =>
    act(slackPayloads(who).taps(tappedButton(value, 'forged:1'), { ts: thread ?? '1699999999.000100', channel }));
  /** A form as it would come if somebody could write its metadata: they would need the signing secret for that. */
  const submit = (who: SlackPersonOfTest, send: object, at: At, where = 'channel') => {
    const metadata = JSON.stringify({ at: { ...at, where, message: null }, send });
    const field = { text: { text: { type: 'plain_text_input', value: 'Hello' } } };
    return act(slackPayloads(who).submits({ type: 'modal', blocks: [], private_metadata: metadata }, field));
  };
  /** What has become different by it, or was told of a case in answer; null where that is nothing. */
  const faultOf = async (what: string, attempt: () => Promise<{ readonly text: string }>, hidden: string) => {
    world.clock.pass(2_000);
    const before = await world.rows.all();
    const seen = world.slack.ledger.length;
    const { text } = await attempt();
    await world.rows.quiet();
    const after = await world.rows.all();
    const changed = after.filter((row) => !before.includes(row));
    if (changed.length > 0) return `${what}: changed ${changed.join('\n')}`;
    const said = `${text}${JSON.stringify(world.slack.ledger.slice(seen).map(({ body }) => body))}`;
    return said.includes(hidden) ? `${what}: was told ${said}` : null;
  };
  const faultsOf = async (
    tries: readonly (readonly [what: string, run: () => Promise<{ text: string }>])[],
    hidden: string,
  ) => {
    const faults = [];
    for (const [what, run] of tries) faults.push(await faultOf(what, run, hidden));
    return faults.filter((fault) => fault !== null);
  };

  it('is nobody’s to act on outside of the desk’s channel, by a tap or by a form', async function () {
    this.timeout(PATIENCE);
    const elsewhere: readonly (readonly [who: SlackPersonOfTest, at: At, where: string])[] = [
      [SLACK_ANA, { channel: directChannel(SLACK_ANA), thread: null }, 'direct'],
      [slackPerson('mara', 'Mara'), { channel: directChannel(slackPerson('mara', 'Mara')), thread: null }, 'direct'],
      [SLACK_ANA, { channel: OTHER, thread: root }, 'channel'],
      [LUIS, { channel: OTHER, thread: root }, 'channel'],
    ];

    const faults = await faultsOf(
      elsewhere.flatMap(([who, at, where]) =>
        FOR_THE_DESK.flatMap((each) => [
          [`${who.name} in ${at.channel}, ${each.what}`, () => click(who, clickOn(own, each), at)] as const,
          [
            `${who.name} in ${at.channel}, a form, ${each.what}`,
            () => submit(who, clickOn(own, each), at, where),
          ] as const,
        ]),
      ),
      WORDS,
    );

    expect(faults).to.deep.equal([]);
  });

  it('is no business of the other line’s, in whichever thread, by a tap or by a form', async function () {
    this.timeout(PATIENCE);
    const lines = [
      [SLACK_ANA, handed, { channel: SLACK_CHANNEL, thread: root }, WORDS_OF_MARA],
      [SLACK_BEA, own, { channel: NEXT, thread: nextRoot }, WORDS],
    ] as const;

    for (const [who, id, at, hidden] of lines) {
      const tries = FOR_THE_DESK.flatMap((each) => [
        [`${who.name}, ${each.what}`, () => click(who, clickOn(id, each), at)] as const,
        [`${who.name}, a form, ${each.what}`, () => submit(who, clickOn(id, each), at)] as const,
      ]);
      expect(await faultsOf(tries, hidden)).to.deep.equal([]);
    }
    const answer = await submit(SLACK_ANA, clickOn(handed, { data: { verb: 'desk-reply' } }), lines[0][2]);
    expect(answer.body).to.deep.equal({ response_action: 'errors', errors: { text: NOT_HERE } });
  });

  it('is nobody’s of another workspace, whatever channel they name', async () => {
    const before = await world.rows.all();
    const stranger = slackPayloads(SLACK_ANA, { team: 'T0OTHER0001' });
    const value = clickOn(own, { data: { verb: 'desk-reply', text: 'Hello' } });
    const at = { ts: root, channel: SLACK_CHANNEL };

    const answers = [
      await act(stranger.taps(tappedButton(value, 'forged:1'), at)),
      await act(stranger.submits({ type: 'modal', private_metadata: JSON.stringify({ at, send: value }) }, {})),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([403, 403]);
    expect(await world.rows.all()).to.deep.equal(before);
  });

  it('has no text reach its person but what was said in a reply', async function () {
    this.timeout(PATIENCE);
    const mark = 'the text of it';
    const at = { channel: SLACK_CHANNEL, thread: root };
    const told = () => JSON.stringify(world.slack.ledger.filter(({ channel }) => channel === chat.direct));
    const words = DESK_WORDS.filter((text) => !/^reply/i.test(text));

    await world.slackChannel.writes(SLACK_ANA, 'reply and this is one', root);
    await world.rows.quiet();
    expect(told()).to.include('and this is one');

    for (const text of [...words, 'replying', '> reply', 'reply-all', 'reply,', 'help', `case ${own}`]) {
      world.clock.pass(2_000);
      await world.slackChannel.writes(SLACK_ANA, `${text} ${mark}`, root);
      await world.slackChannel.says(SLACK_ANA, `${text} ${mark}`, root);
      await world.slackChannel.says(SLACK_ANA, `${text} ${mark}`);
    }
    for (const each of ALL_CLICKS.filter(({ data }) => data['verb'] !== 'desk-reply')) {
      world.clock.pass(2_000);
      const { verb, ...fields } = each.data;
      const marked = Object.fromEntries(Object.keys(fields).map((name) => [name, mark]));
      for (const value of [
        { ...clickOn(own, each), text: mark },
        { ...clickOn(own, each), ...marked, verb },
      ]) {
        await click(SLACK_ANA, value, at);
        await submit(SLACK_ANA, value, at);
      }
    }
    await world.rows.quiet();
    expect(told()).to.not.include(mark);
  });
});
