import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type App, startApp } from '../src/app.ts';
import { readConfig } from '../src/config/env.ts';
import { until } from './desk/until.ts';
import { clicks, play } from './support/chat.ts';
import { type FakeSlack, startFakeSlack } from './support/fakeSlack.ts';
import type { SlackFault } from './support/fakeSlackAnswers.ts';
import { recordingLog } from './support/httpServer.ts';
import { postToSlackRoute, type SlackRouteAnswer } from './support/postToSlackRoute.ts';
import { slackChat } from './support/slackChat.ts';
import { slackEnv } from './support/slackEnv.ts';
import { urlVerification } from './support/slackEvents.ts';
import { slackPayloads } from './support/slackPayloads.ts';
import { SLACK_ADA, type SlackPersonOfTest, slackPerson, WORKSPACE } from './support/slackWorkspace.ts';

const DESK = 'C0DESK00001';

/** How long it waits before it looks again where the desk is, in milliseconds. */
const PLACES_PAUSE = 3_000;

/** How long the bot may take to end, in milliseconds: what it is asked meanwhile is answered within 2.5 s. */
const CLOSED_WITHIN = 4_000;

/** When it gives up on a delivery, in milliseconds: after 2,500, since Slack does after 3,000. */
const GIVES_UP = { from: 2_000, to: 3_000 };

describe('a bot in Slack that Slack doesn’t answer', () => {
  let folder: string;
  let slack: FakeSlack;
  let recorded: ReturnType<typeof recordingLog>;
  let app: App | null;
  let time: number;
  /** What looks where the desk is, while it waits to look again. */
  let looksAgain: (() => void) | null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    slack = await startFakeSlack();
    recorded = recordingLog();
    [app, time, looksAgain] = [null, Date.parse('2026-01-05T09:00:00Z'), null];
  });
  afterEach(async () => {
    await app?.close();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });

  const now = () => new Date(time);
  const hasLooked = () => until('the first look to be over', async () => looksAgain);
  const looks = async () => {
    const look = await hasLooked();
    looksAgain = null;
    look();
  };
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<App> => {
    const own = { NODE_ENV: 'test', PORT: '0', DATA_DIR: folder, HELPDESK_CONTACT: 'helpdesk@contoso.com' };
    const after = (milliseconds: number, run: () => void) => {
      if (milliseconds === PLACES_PAUSE) looksAgain = run;
      return () => undefined;
    };
    app = await startApp(readConfig({ ...own, ...slackEnv(slack), ...env }), { log: recorded.log, now, after });
    await hasLooked();
    time += 1_000;
    return app;
  };
  const deliver = (payload: object): Promise<SlackRouteAnswer> =>
    postToSlackRoute(`http://127.0.0.1:${app?.port}`, 'events', payload, { secret: WORKSPACE.signingSecret, now });
  /** What somebody is offered who asks for a person. */
  const offersOfHandOver = async (who: SlackPersonOfTest) => {
    const chat = slackChat(() => `http://127.0.0.1:${app?.port}`, slack, who, { secret: WORKSPACE.signingSecret, now });
    await chat.arrive();
    await play(chat, [clicks('Talk to a person')]);
    return chat
      .cards()
      .at(-1)
      ?.offers.map(({ label }) => label);
  };
  const fails = (answer: SlackFault['answer'], times: number) =>
    slack.failNext(...Array.from({ length: times }, () => ({ on: 'auth.test', answer })));

  for (const [title, answer, words] of [
    ['doesn’t reach it', 'reset', 'can’t be asked who the bot is'],
    ['has its token refused', { error: 'token_revoked' }, 'refuses SLACK_BOT_TOKEN'],
  ] as const) {
    it(`starts when it ${title}, says so, and has it delivered again until that is over`, async () => {
      fails(answer, 2);
      await start();
      const hi = slackPayloads(SLACK_ADA).says('hi');

      const challenge = await deliver(urlVerification('3eZbrw1aBm'));
      const early = await deliver(hi);
      time += 1_000;
      const later = await deliver(hi);

      expect(recorded.lines.join()).to.include(words);
      expect([challenge.status, challenge.text]).to.deep.equal([200, '3eZbrw1aBm']);
      expect([early.status, later.status]).to.deep.equal([503, 200]);
      expect(slack.count('chat.postMessage')).to.equal(1);
    });
  }

  it('has what it can’t commit delivered again before Slack gives up waiting, and takes it once it can', async () => {
    fails('reset', 1);
    fails('silence', 1);
    await start();
    const hi = slackPayloads(SLACK_ADA).says('hi');
    const begin = performance.now();

    const early = await deliver(hi);
    const took = performance.now() - begin;
    time += 1_000;
    const later = await deliver(hi);

    expect([early.status, later.status]).to.deep.equal([503, 200]);
    expect(took).to.be.within(GIVES_UP.from, GIVES_UP.to);
    expect(slack.count('chat.postMessage')).to.equal(1);
  });

  it('has the desk where it was configured as soon as it knows its workspace', async () => {
    fails('reset', 1);
    await start({ DESK_CHANNEL: DESK, DESK_PAGE: 'off' });
    const early = await offersOfHandOver(SLACK_ADA);

    await looks();
    await hasLooked();
    const later = await offersOfHandOver(slackPerson('ben', 'Ben Roth'));

    expect(early).not.to.include('Send');
    expect(later).to.include('Send');
  });

  for (const [title, env] of [
    ['over HTTP', {}],
    ['over a socket', { SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: WORKSPACE.appToken }],
  ] as const) {
    it(`ends soon ${title}, whatever it waits for`, async () => {
      fails('reset', 1);
      fails('silence', 9);
      slack.failNext(...Array.from({ length: 9 }, () => ({ on: 'apps.connections.open', answer: 'silence' as const })));
      const bot = await start({ ...env, DESK_CHANNEL: DESK });
      const unanswered = 'SLACK_APP_TOKEN' in env ? null : deliver(slackPayloads(SLACK_ADA).says('hi'));
      if (unanswered !== null) await slack.waitFor(() => slack.count('auth.test') === 2);
      await looks();
      await slack.waitFor(() => slack.count('auth.test') === 2);
      const begin = performance.now();

      await bot.close();

      app = null;
      expect(performance.now() - begin).to.be.below(CLOSED_WITHIN);
      expect([undefined, 503]).to.include((await unanswered)?.status);
      expect(recorded.lines.join()).not.to.include('drain-cut-short');
    });
  }

  it('has no routes for Slack where everything comes over a socket', async () => {
    await start({ SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: WORKSPACE.appToken });
    const ways = ['events', 'actions', 'commands'] as const;

    const statuses = await Promise.all(
      ways.map(async (way) => {
        const answer = await fetch(`http://127.0.0.1:${app?.port}/slack/${way}`, { method: 'POST' });
        return answer.status;
      }),
    );

    expect(statuses).to.deep.equal([404, 404, 404]);
  });

  it('listens before its socket is open, which comes up later', async () => {
    slack.failNext({ on: 'apps.connections.open', answer: 500 });
    await start({ SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: WORKSPACE.appToken });

    const before = slack.socket.connections();
    await slack.waitFor(() => slack.socket.connections() === 1);

    expect(before).to.equal(0);
  });
});
