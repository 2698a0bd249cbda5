import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type BotProcess, startBotProcess } from './support/botProcess.ts';
import { type FakeSlack, startFakeSlack } from './support/fakeSlack.ts';
import { postToSlackRoute } from './support/postToSlackRoute.ts';
import { readBlockKit } from './support/readBlockKit.ts';
import { slackEnv } from './support/slackEnv.ts';
import { slackPayloads } from './support/slackPayloads.ts';
import { directChannel, SLACK_ADA, WORKSPACE } from './support/slackWorkspace.ts';

/** Tells at the end what was loaded. */
const REPORT = new URL('./support/reportSlack.mjs', import.meta.url).href;

describe('the process and Slack', function () {
  this.timeout(60_000);

  let folder: string;
  let slack: FakeSlack;
  const bots: BotProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-'));
    slack = await startFakeSlack();
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) {
      await bot.kill();
      await bot.remove();
    }
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (env: Readonly<Record<string, string>>): Promise<BotProcess> => {
    const bot = await startBotProcess(env);
    bots.push(bot);
    return bot;
  };
  const deliver = ({ origin }: BotProcess, payload: object, headers: Readonly<Record<string, string>> = {}) =>
    postToSlackRoute(origin, 'events', payload, { secret: WORKSPACE.signingSecret, now: () => new Date(), headers });
  const said = () => slack.posts(directChannel(SLACK_ADA)).map((post) => readBlockKit({ ...post }, post.ts).text);

  for (const [title, env, loaded] of [
    ['nothing of Slack’s where it isn’t configured', () => ({}), 'nothing'],
    ['Slack’s packages where it is', () => slackEnv(slack), '@slack/web-api'],
  ] as const) {
    it(`loads ${title}`, async () => {
      const bot = await start({ ...env(), NODE_OPTIONS: `--import ${REPORT}` });
      const ended = once(bot.child, 'close');

      bot.child.kill('SIGTERM');
      await ended;

      expect(bot.output().stderr)
        .to.match(/loaded of Slack: /)
        .and.include(loaded);
    });
  }

  it('shows the current card when it was killed before it had answered what it had committed', async () => {
    const ada = slackPayloads(SLACK_ADA);
    const env = { ...slackEnv(slack), DATA_DIR: folder };
    let bot = await start(env);
    await deliver(bot, ada.says('hi'));
    await deliver(bot, ada.says('start'));
    const payload = ada.says('1');
    const posts = slack.count('chat.postMessage');
    slack.failNext({ on: 'chat.postMessage', answer: 'silence' });

    const cutOff = deliver(bot, payload).catch(() => null);
    await slack.waitFor(() => slack.count('chat.postMessage') > posts);
    await bot.kill();
    await cutOff;
    const before = said();
    bot = await start(env);
    const { status } = await deliver(bot, payload, {
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });

    expect(status).to.equal(200);
    expect(before.join()).not.to.include('Inside or outside');
    expect(said().slice(before.length).join()).to.include('Inside or outside');
  });
});
