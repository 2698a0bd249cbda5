import { expect } from 'chai';
import { en } from '../../src/cards/text/en.ts';
import { hears, play } from '../support/chat.ts';
import { fillModal } from '../support/fillModal.ts';
import { findSlackOffer } from '../support/findSlackOffer.ts';
import { postToSlackRoute, type SlackRouteAnswer } from '../support/postToSlackRoute.ts';
import { readBlockKit } from '../support/readBlockKit.ts';
import { slackPayloads } from '../support/slackPayloads.ts';
import { type SlackPersonOfTest, slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import { type AtDesk, inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, SLACK_BEA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { NEXT_LINE, openNextLine } from './nextLine.ts';
import { arriveWithCase } from './toCase.ts';

type View = Readonly<Record<string, unknown>>;

const KIM = slackPerson('kim', 'Kim Osei');

describe('the forms of the desk in Slack', () => {
  let world: DeskWorld;
  let ana: AtDesk;
  let chat: TeamsChat;
  let id: string;
  before(async () => {
    world = await startDeskWorld({ isInSlack: true, env: { ...NEXT_LINE, HELPDESK_HOURS: 'never' } });
    world.slack.addPerson(SLACK_ANA, SLACK_BEA);
    world.slack.allowMention(...[SLACK_ANA, SLACK_BEA, KIM].map((who) => `<@${who.id}>`));
    ana = inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
  });
  beforeEach(async () => {
    chat = world.teams();
    id = await arriveWithCase(chat);
    await ana.sees(id);
    await ana.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
    await world.rows.quiet();
    world.clock.pass(2_000);
  });
  afterEach(() => expect(world.slack.faults).to.deep.equal([]));
  after(() => world.stop());

  const signed = () => ({ secret: WORKSPACE.signingSecret, now: world.clock.now });
  const act = (payload: object): Promise<SlackRouteAnswer> =>
    postToSlackRoute(world.bot.origin(), 'actions', payload, signed());
  const rootPost = () => world.slackChannel.until((post) => post.thread === null && post.text.includes(id));
  const tapOn = (ts: string, label: string, who = SLACK_ANA) => {
    const drawn = world.slack.posts(SLACK_CHANNEL).find((each) => each.ts === ts) ?? expect.fail('no such message');
    return slackPayloads(who).taps(findSlackOffer(drawn.blocks, label).element, drawn);
  };
  /** Taps a button of a message, and gives the window that it opens, as it now stands; null where it opens none. */
  const opens = async (label: string, post?: string, who: SlackPersonOfTest = SLACK_ANA): Promise<View | null> => {
    const ts = post ?? (await rootPost()).id;
    const tap = tapOn(ts, label, who);
    expect((await act(tap)).status).to.equal(200);
    return world.slack.modal(String(tap['trigger_id']));
  };
  /** The payload by which a window is sent, and what it is answered with. */
  const filled = (view: View | null, fields: Readonly<Record<string, string>>, who = SLACK_ANA) =>
    slackPayloads(who).submits(view ?? {}, fillModal(view ?? {}, fields));
  const sends = async (view: View | null, fields: Readonly<Record<string, string>>, who = SLACK_ANA) => {
    const { status, body } = await act(filled(view, fields, who));
    expect(status).to.equal(200);
    world.clock.pass(1_000);
    await world.rows.quiet();
    return body;
  };
  /** Sends a window by which another is chosen, and gives that one, in its place. */
  const leadsTo = async (view: View | null, choice: string): Promise<View> => {
    const values = fillModal(view ?? {}, { choice });
    const { body } = await act(slackPayloads(SLACK_ANA).submits(view ?? {}, values));
    expect(body.response_action).to.equal('update');
    world.clock.pass(1_000);
    return world.slack.replaceModal(String(view?.['id']), body.view, values);
  };
  const events = async (kind: string) => (await world.rows.entries(id)).filter(({ event }) => event.kind === kind);
  const inThread = async () => world.slackChannel.thread((await rootPost()).id);

  it('write an answer, with the name of whoever it is by, and leave nothing in the thread but what was said', async () => {
    const before = (await inThread()).length;

    const view = await opens('Reply…');
    expect(readBlockKit(view ?? {}, '').title).to.match(/^Write to Luis Ortega/);
    expect(await events('reply')).to.deep.equal([]);
    expect(await sends(view, { text: 'Hello *Luis* <!channel>' })).to.equal(undefined);

    await play(chat, [hears('Ana Beck wrote', 'Hello *Luis* <!channel>')]);
    const posts = (await inThread()).slice(before).map(({ text }) => text);
    expect(posts[0]).to.equal('Ana Beck to Luis Ortega: Hello *Luis* <!channel>');
    expect(posts.join('\n')).to.not.include('is writing to');
  });

  it('say beside the field that nothing was written, and are sent again', async () => {
    const view = await opens('Reply…');

    for (const text of ['', '  \n\t ']) {
      expect(await sends(view, { text })).to.deep.equal({
        response_action: 'errors',
        errors: { text: 'Please write something first.' },
      });
    }
    expect(await sends(view, { text: 'Hello' })).to.equal(undefined);

    expect(await events('reply')).to.have.length(1);
  });

  it('do what they do once, however often they are sent', async () => {
    const view = await opens('Reply…');
    const payload = filled(view, { text: 'Hello' });

    for (let times = 0; times < 3; times += 1) expect((await act(payload)).status).to.equal(200);
    await Promise.all([act(payload), act(payload)]);
    await world.rows.quiet();

    expect(await events('reply')).to.have.length(1);
  });

  it('are refused beside the field once the case is closed, and taken as they are when it is open again', async () => {
    const view = await opens('Reply…');
    await chat.say('/bot');
    await chat.say('it’s solved');
    await world.rows.until(id, ({ status }) => status === 'closed');

    const refused = await sends(view, { text: 'Hello' });
    await opens('Reopen');
    await world.rows.until(id, ({ status }) => status === 'claimed');
    const taken = await sends(view, { text: 'Hello' });

    expect(refused.response_action).to.equal('errors');
    expect(refused.errors.text).to.include('closed');
    expect(taken).to.equal(undefined);
    expect(await events('reply')).to.have.length(1);
  });

  it('are refused beside what was chosen where a colleague has the case by then', async () => {
    const view = await opens('More…');
    await inSlackChannel(world.slackChannel, SLACK_BEA, world.rows).types(id, 'assign Bea');
    await world.rows.until(id, ({ claim }) => claim?.by.name === 'Bea Lind');
    world.clock.pass(1_000);

    const { errors } = await sends(view, { choice: 'Release' });

    expect(Object.keys(errors)).to.deep.equal(['choice']);
    expect(errors.choice).to.include('Bea Lind has this case, not you');
  });

  it('lead from More… to the next one', async () => {
    const next = await leadsTo(await opens('More…'), 'Note');

    expect(readBlockKit(next, '').text).to.include('It stays at the desk: Luis Ortega doesn’t see it.');
    expect(await sends(next, { text: 'Patient' })).to.equal(undefined);

    expect((await events('note')).map(({ event }) => event)).to.deep.equal([{ kind: 'note', text: 'Patient' }]);
  });

  for (const [label, chosen, kind] of [
    ['Ask…', { choice: 'Are you signed in to Lync' }, 'question'],
    ['Diagnose', { 'q-users': 'multiple' }, 'diagnosed'],
  ] as const) {
    it(`lead from More… to “${label}”, and do what that does`, async () => {
      const next = await leadsTo(await opens('More…'), label);

      expect(await sends(next, chosen)).to.equal(undefined);

      expect(await events(kind)).to.have.length(1);
    });
  }

  it('have nothing chosen in Ask… at first, though something was chosen in More… before it, in its place', async () => {
    const asking = await leadsTo(await opens('More…'), 'Ask…');

    expect(asking['state']).to.deep.equal({ values: {} });
    expect(() => filled(asking, {})).to.throw('nothing chosen');
  });

  it('ask for the true cause, and then the person whether they are in', async () => {
    expect(await sends(await opens('Solved…'), { choice: 'Client issue' })).to.equal(undefined);

    await play(chat, [hears('Are you in?')]);
    expect(await world.rows.case(id)).to.include({ status: 'solved' });
  });

  /** The window in which somebody is chosen, by Slack’s own list. */
  const assigning = async () => leadsTo(await opens('More…'), 'Assign to…');

  it('give the case to anybody of the workspace, who is named by Slack and mentioned', async () => {
    const view = await assigning();
    world.slack.addPerson(KIM);

    expect(JSON.stringify(view)).to.include('"type":"users_select"');
    expect(await sends(view, { who: KIM.id })).to.equal(undefined);

    expect((await world.rows.case(id)).claim?.by).to.deep.equal({
      id: `slack:${WORKSPACE.team}:${KIM.id}`,
      name: 'Kim Osei',
      via: 'desk',
    });
    expect((await inThread()).map(({ text }) => text)).to.include(`@${KIM.id} Ana Beck gave it to Kim Osei.`);
    await play(chat, [hears('Kim Osei took your case')]);
  });

  for (const [what, info] of [
    ['an app', { is_bot: true }],
    ['somebody of another organisation', { team_id: 'T0OTHER0001' }],
    ['somebody who is gone', { deleted: true }],
  ] as const) {
    it(`say beside the field that nobody can be given a case who is ${what}`, async () => {
      const view = await assigning();
      const other = { ...slackPerson(what.replaceAll(/[^a-z]/g, '').slice(0, 8), 'Polly'), info };
      world.slack.addPerson(other);

      const { errors } = await sends(view, { who: other.id });

      expect(errors).to.deep.equal({ who: en.desk.noColleague });
      expect((await world.rows.case(id)).claim?.by.name).to.equal('Ana Beck');
    });
  }

  it('say beside the field that whom was chosen isn’t known, and that nobody was', async () => {
    const view = await assigning();

    const unknown = await sends(view, { who: 'U0NOBODY0001' });
    const none = await sends(view, { who: '' });

    expect(unknown.errors.who).to.equal(en.desk.noColleague);
    expect(none.errors).to.deep.equal({ who: 'Please choose somebody first.' });
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Ana Beck');
  });

  it('stand in the thread where Slack opens no window, on a card that is closed once it is sent', async () => {
    world.slack.failNext({ on: 'views.open', answer: { error: 'expired_trigger_id' } });

    expect(await opens('Reply…')).to.equal(null);
    const card = (await inThread()).at(-1);
    expect(card?.title).to.equal('Ana Beck is writing to Luis Ortega');
    const view = await opens('Send', card?.id);
    expect(await sends(view, { text: 'By the card' })).to.equal(undefined);

    await play(chat, [hears('Ana Beck wrote', 'By the card')]);
    const after = (await inThread()).find((post) => post.id === card?.id);
    expect([after?.title, after?.offers]).to.deep.equal(['It’s on its way. The case says when it has arrived.', []]);
  });

  it('are refused in words by an old card, whose case another line has', async () => {
    await openNextLine(world);
    const { id: old } = await rootPost();
    const tap = tapOn(old, 'Reply…');
    await ana.taps(id, ['More…', 'Escalate…', 'Hand it over']);
    await world.rows.quiet();
    const before = (await inThread()).length;
    world.clock.pass(2_000);

    expect((await act(tap)).status).to.equal(200);

    expect(world.slack.modal(String(tap['trigger_id']))).to.equal(null);
    expect((await inThread()).slice(before).map(({ text }) => text)).to.deep.equal(['There is no such case here.']);
  });
});
