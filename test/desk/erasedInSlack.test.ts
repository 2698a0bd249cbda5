import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runDataHere } from '../cli/runDataHere.ts';
import { play, says } from '../support/chat.ts';
import { type FakeSlack, startFakeSlack } from '../support/fakeSlack.ts';
import { slackChat } from '../support/slackChat.ts';
import { slackEnv } from '../support/slackEnv.ts';
import { slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { arriveWithCase } from './toCase.ts';

const ADA = slackPerson('ada', 'Ada Canary');
const PERSON = `slack:${WORKSPACE.team}:${ADA.id}`;

describe('what is kept of somebody in Slack', () => {
  let folder: string;
  let slack: FakeSlack;
  let bot: TestBot;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-slack-'));
    slack = await startFakeSlack();
    bot = await startTestBot({ DATA_DIR: folder, DESK_PAGE: 'on', ...slackEnv(slack) });
    const chat = slackChat(bot.origin, slack, ADA, { secret: WORKSPACE.signingSecret, now: bot.now });
    await arriveWithCase(chat, [says('start')], 'canary typed');
    await play(chat, [says('canary said later')]);
    await bot.stop();
  });
  after(async () => {
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });

  const raw = async () => {
    const names = await readdir(folder);
    return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
  };
  const data = (words: string) => runDataHere(words, { DATA_DIR: folder });

  it('is no token, no secret and no address of Slack’s', async () => {
    const kept = await raw();

    expect(kept).to.include('canary typed');
    for (const secret of [WORKSPACE.botToken, WORKSPACE.signingSecret, 'hooks.slack.com', '/response/', '.made0up0'])
      expect(kept).to.not.include(secret);
  });

  it('is exported by their id: conversation, deliveries, case and trail', async () => {
    const { code, stdout } = await data(`export --person ${PERSON}`);

    const { conversations, deliveryKeys, cases, caseEntries } = JSON.parse(stdout);
    expect(code).to.equal(0);
    expect([conversations.length, cases.length]).to.deep.equal([1, 1]);
    expect(deliveryKeys.length).to.be.at.least(4);
    expect(JSON.stringify(caseEntries)).to.include('canary said later');
  });

  it('is erased by it, with nothing left', async () => {
    const { code } = await data(`erase --person ${PERSON} --yes`);
    const after = await data(`export --person ${PERSON}`);

    expect([code, after.code]).to.deep.equal([0, 1]);
    const kept = await raw();
    for (const trace of [ADA.id, 'Ada Canary', 'canary typed', 'canary said later']) expect(kept).to.not.include(trace);
  });
});
