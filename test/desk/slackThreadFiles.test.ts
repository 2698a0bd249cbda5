import { expect } from 'chai';
import { en } from '../../src/cards/text/en.ts';
import { postToSlackRoute } from '../support/postToSlackRoute.ts';
import { type SlackPayloads, slackPayloads } from '../support/slackPayloads.ts';
import { WORKSPACE } from '../support/slackWorkspace.ts';
import { inSlackChannel } from './atDesk.ts';
import { type DeskWorld, SLACK_ANA, SLACK_CHANNEL, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const FILES = [
  { name: 'a.png', url: 'https://files.slack.com/a.png' },
  { name: 'b.png', url: null },
];

const { casePage, deskPage, fileStays } = en.desk;

describe('a file that a colleague puts into the thread of a case in Slack', () => {
  let world: DeskWorld;
  let id: string;
  let root: string;
  const ana: SlackPayloads = slackPayloads(SLACK_ANA);
  afterEach(async () => {
    expect(world.slack.faults).to.deep.equal([]);
    await world.stop();
  });

  const start = async (env: Readonly<Record<string, string>> = {}) => {
    world = await startDeskWorld({ isInSlack: true, env: { HELPDESK_HOURS: 'never', ...env } });
    id = await arriveWithCase(world.inSlack());
    await inSlackChannel(world.slackChannel, SLACK_ANA, world.rows).sees(id);
    await world.rows.quiet();
    root = (await world.slackChannel.until((post) => post.thread === null && post.text.includes(id))).id;
    world.clock.pass(2_000);
  };
  const deliver = async (payload: object) => {
    const signed = { secret: WORKSPACE.signingSecret, now: world.clock.now };
    expect((await postToSlackRoute(world.bot.origin(), 'events', payload, signed)).status).to.equal(200);
    await world.rows.quiet();
  };
  const shares = (text: string) => ana.shares(FILES, text, { channel: SLACK_CHANNEL, thread: root });
  /** What one person alone was told: whom, in which thread, and what. */
  const told = () =>
    world.slack.ledger
      .filter(({ method }) => method === 'chat.postEphemeral')
      .map(({ body: { user, thread_ts, text } }) => [user, thread_ts, text]);
  const kinds = async () => (await world.rows.entries(id)).map(({ event }) => event.kind);

  for (const [where, env, said] of [
    ['on the case page', { PUBLIC_URL: 'https://help.contoso.com' }, fileStays.elsewhere(casePage)],
    ['on the desk’s page', {}, fileStays.elsewhere(deskPage)],
    ['nowhere', { DESK_PAGE: 'off' }, fileStays.nowhere],
  ] as const) {
    it(`is answered once, to them alone, with where it can be sent: ${where}`, async () => {
      await start(env);
      const before = await kinds();
      const payload = shares('');

      await deliver(payload);
      await deliver(payload);

      expect(told()).to.deep.equal([[SLACK_ANA.id, root, said]]);
      expect(await kinds()).to.deep.equal(before);
    });
  }

  it('is answered so beside what its words do, once for all files of the message', async () => {
    await start();

    await deliver(shares('reply See the picture'));
    await deliver(shares('As I thought'));

    expect((await kinds()).filter((kind) => kind === 'reply' || kind === 'note')).to.deep.equal(['reply', 'note']);
    expect(told()).to.have.lengthOf(2);
  });

  it('leaves done what its words did where that can’t be told', async () => {
    await start();
    world.slack.failNext({ on: 'chat.postEphemeral', answer: 500 });
    const payload = shares('reply See the picture');

    await deliver(payload);
    await deliver(payload);

    expect((await kinds()).filter((kind) => kind === 'reply')).to.have.lengthOf(1);
    expect(told()).to.have.lengthOf(1);
  });
});
