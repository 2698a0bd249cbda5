import { expect } from 'chai';
import { hears, play } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { type SlackSide, startBesideSlack } from './fileWorld.ts';
import { arriveWithCase } from './toCase.ts';

const AGAIN = '(may be a repeat)';

describe('a file from the desk to somebody in Slack', () => {
  let world: SlackSide;
  let ana: DeskAgent;
  before(async () => {
    world = await startBesideSlack();
    ana = await world.agent('Ana');
  });
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
