import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openStorage } from '../../src/storage/openStorage.ts';
import { createTurnStore } from '../../src/storage/turnStore.ts';
import { webConversation } from '../../src/storage/webConversation.ts';
import { conversationContract } from '../contracts/conversationContract.ts';
import type { SlackDelivery } from '../support/deliverToSlack.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { type FakeSlack, startFakeSlack } from '../support/fakeSlack.ts';
import { slackChat } from '../support/slackChat.ts';
import { slackEnv } from '../support/slackEnv.ts';
import { slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { person, personalChatId, TENANT } from '../support/teamsActivity.ts';
import { teamsChat } from '../support/teamsChat.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { webChat } from '../support/webChat.ts';

describe('conversations', () => {
  let folder: string;
  let bot: TestBot;
  let connector: FakeConnector;
  let slack: FakeSlack;
  let people = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-conversations-'));
    connector = await startFakeConnector();
    slack = await startFakeSlack();
    bot = await startTestBot({ ...slackEnv(slack), SLACK_APP_TOKEN: WORKSPACE.appToken, DATA_DIR: folder });
  });
  after(async () => {
    // Whichever of them ran: all that was shown in Slack is within its limits, and nothing of it is markup.
    const faults = [...slack.faults];
    await bot.stop();
    await Promise.all([connector.close(), slack.close()]);
    await rm(folder, { recursive: true, force: true });
    expect(faults).to.deep.equal([]);
  });

  /** As a tool reads it beside the running bot. */
  const draftIn = async (conversation: string): Promise<unknown> => {
    const { db, close } = await openStorage({ dataDir: folder, databaseUrl: undefined }, { as: 'tool' });
    const { state } = await createTurnStore(db, { onCorrupt: () => undefined }).load({
      conversation,
      delivery: null,
      person: '',
    });
    await close();
    return state?.draft;
  };

  conversationContract('on the web page', async () => {
    const chat = webChat(bot.origin);
    return { bot, chat, draft: () => draftIn(webConversation(chat.session())) };
  });
  conversationContract('in Teams', async () => {
    people += 1;
    const who = person(`p${people}`, `Person ${people}`);
    const draft = () => draftIn(`teams:${TENANT}:${personalChatId(who)}`);
    return { bot, chat: teamsChat(bot.origin, connector, who), draft };
  });
  const deliveries: readonly (readonly [string, () => SlackDelivery])[] = [
    ['in Slack', () => ({ secret: WORKSPACE.signingSecret, now: bot.now })],
    ['in Slack, over a socket', () => 'over-socket'],
  ];
  for (const [channel, delivery] of deliveries) {
    conversationContract(channel, async () => {
      people += 1;
      const who = slackPerson(`P${people}X`, `Person ${people}`);
      const chat = slackChat(bot.origin, slack, who, delivery());
      return { bot, chat, draft: () => draftIn(`slack:${WORKSPACE.team}:${chat.direct}`) };
    });
  }
});
