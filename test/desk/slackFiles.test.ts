import { expect } from 'chai';
import { hears, play } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { slackDesk } from '../support/slackDesk.ts';
import { slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { type SlackSide, startBesideSlack } from './fileWorld.ts';
import { arriveWithCase, sendCase } from './toCase.ts';

const AGAIN = '(may be a repeat)';

describe('a file from the desk to somebody in Slack', () => {
  let world: SlackSide;
  let ana: DeskAgent;
  before(async () => {
    world = await startBesideSlack();
    ana = await world.agent('Ana');
  });
  afterEach(() => expect(world.fake.faults).to.deep.equal([]));
  after(() => world.stop());

  /** Somebody whose case Ana has. */
  const withAna = async (): Promise<{ chat: SlackChat; id: string }> => {
    const chat = world.person();
    const id = await arriveWithCase(chat);
    await ana.click({ verb: 'desk-claim', card: id, case: id }, id);
    await play(chat, [hears('Ana took')]);
    return { chat, id };
  };
  const uploadsTo = ({ direct }: SlackChat) => world.fake.uploads.filter(({ channel }) => channel === direct);
  const callsTo = ({ direct }: SlackChat) =>
    world.fake.ledger.filter(({ channel }) => channel === direct).map(({ method }) => method);

  it('is there itself, with who sent it, and above the card that says so, without any public address', async () => {
    const { chat, id } = await withAna();

    await ana.attaches(id, 'how to.png', SAMPLES.png);
    await play(chat, [hears('Ana sent you a file'), hears('Ana sent you a file', 'how to.png')]);

    expect(uploadsTo(chat).map(({ name, bytes, thread, words }) => ({ name, bytes, thread, words }))).to.deep.equal([
      { name: 'how to.png', bytes: SAMPLES.png, thread: null, words: 'Ana sent you a file' },
    ]);
    expect(callsTo(chat).slice(-2)).to.deep.equal(['files.completeUploadExternal', 'chat.postMessage']);
    await world.rows.until(id, ({ lastAnswer }) => lastAnswer !== null);
    await world.rows.quiet();
    expect((await world.rows.entries(id)).map(({ event }) => event.kind)).to.include('delivered');
  });

  it('may come twice where nobody knows whether it came, and the card says so', async () => {
    const { chat, id } = await withAna();
    world.fake.failNext({ on: 'files.completeUploadExternal', answer: 'lost' });

    await ana.attaches(id, 'how to.png', SAMPLES.png);
    await world.fake.waitFor(() => uploadsTo(chat).length === 1);
    world.clock.pass(60_000);
    await ana.click({ verb: 'desk-calling', card: id, case: id }, id);
    await play(chat, [hears('Ana sent you a file'), hears('Ana sent you a file')]);

    await play(chat, [hears('Ana sent you a file', 'how to.png', AGAIN)]);
    expect(uploadsTo(chat)).to.have.lengthOf(2);
  });

  it('that Slack won’t have is said to the desk not to have come, and the person stays reachable', async () => {
    const { chat, id } = await withAna();
    world.fake.failNext({ on: 'files.getUploadURLExternal', answer: { error: 'file_uploads_disabled' } });

    await ana.attaches(id, 'how to.png', SAMPLES.png);
    await world.rows.quiet();

    expect(uploadsTo(chat)).to.deep.equal([]);
    expect((await world.rows.entries(id)).map(({ event }) => event.kind)).to.include('not-delivered');
    expect((await world.rows.case(id)).isUnreachable).to.equal(false);
  });
});

describe('a file of a person’s, in the desk’s channel in Slack', () => {
  const CHANNEL = 'C0DESK00001';
  const ANA = slackPerson('ana', 'Ana Beck');
  let world: SlackSide;
  let desk: ReturnType<typeof slackDesk>;
  before(async () => {
    world = await startBesideSlack({ env: { DESK_PAGE: 'off', ADMIN_IDS: `slack:${WORKSPACE.team}:${ANA.id}` } });
    const delivery = { secret: WORKSPACE.signingSecret, now: world.clock.now };
    desk = slackDesk(world.bot.origin, world.fake, CHANNEL, delivery);
    await desk.says(ANA, 'desk here');
  });
  afterEach(() => expect(world.fake.faults).to.deep.equal([]));
  after(() => world.stop());

  const inThread = (root: string) =>
    world.fake.uploads.filter(({ channel, thread }) => channel === CHANNEL && thread === root);
  /** The message below which everything about a case is. */
  const rootOf = async (id: string) =>
    (await desk.until(({ thread, text }) => thread === null && text.includes(id))).id;

  it('is in the thread of its case, beside the line that tells of it, where no page is', async () => {
    const chat = world.web();
    const root = await rootOf(await arriveWithCase(chat));

    await chat.attach('screen.png', SAMPLES.png);
    const post = await desk.until(({ text }) => text.includes('sent a file: screen.png'));

    expect(post.text.endsWith('It is in this thread.')).to.equal(true);
    expect(post.thread).to.equal(root);
    expect(inThread(root).map(({ name, bytes }) => ({ name, bytes }))).to.deep.equal([
      { name: 'screen.png', bytes: SAMPLES.png },
    ]);
  });

  it('is there, too, where it came before its case', async () => {
    const chat = world.web();
    await chat.arrive();
    await chat.attach('early.pdf', SAMPLES.pdf);
    await chat.answered();

    const id = await sendCase(chat);
    const root = await rootOf(id);
    await world.rows.quiet();

    expect((await world.rows.case(id)).files).to.deep.equal(['early.pdf']);
    expect(inThread(root).map(({ name, bytes }) => ({ name, bytes }))).to.deep.equal([
      { name: 'early.pdf', bytes: SAMPLES.pdf },
    ]);
  });

  it('that Slack won’t have costs nobody the line that tells of it', async () => {
    const chat = world.web();
    const root = await rootOf(await arriveWithCase(chat));
    world.fake.failNext({ on: 'files.getUploadURLExternal', answer: { error: 'file_uploads_disabled' } });

    await chat.attach('refused.png', SAMPLES.png);
    const post = await desk.until(({ text }) => text.includes('sent a file: refused.png'));

    expect(post.text).to.include('Files can’t be opened here');
    expect(post.thread).to.equal(root);
    expect(inThread(root)).to.deep.equal([]);
  });
});
