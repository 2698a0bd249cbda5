import { expect } from 'chai';
import { type Chat, clicks, fills, type Line, newest, play, says } from '../support/chat.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { HOSTILE } from '../support/hostileStrings.ts';
import { postActivity } from '../support/postActivity.ts';
import { person, teamsActivities } from '../support/teamsActivity.ts';
import { teamsChat } from '../support/teamsChat.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { webChat } from '../support/webChat.ts';

/** Stands in every hostile text, so that one is found wherever it comes out again. */
const MARKER = 'zqx7';

describe('what is typed to the bot', () => {
  let bot: TestBot;
  let connector: FakeConnector;
  let people = 0;

  before(async () => {
    connector = await startFakeConnector();
    bot = await startTestBot({ WEB_CHAT: 'on' });
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const channels: Readonly<Record<string, () => Chat>> = {
    'the web page': () => webChat(bot.origin),
    Teams: () => teamsChat(bot.origin, connector, person(`h${++people}`, `Person ${people}`)),
  };
  for (const [channel, open] of Object.entries(channels)) {
    for (const [what, typed] of Object.entries(HOSTILE)) {
      it(`on ${channel} comes out on no card, wherever it is typed: ${what}`, async () => {
        const chat = open();
        const text = `${MARKER} ${typed} ${MARKER}`;
        await chat.arrive();

        await play(chat, [
          clicks('Start'),
          ...[says(text), says('just me'), says(text), clicks('My meeting starts now')].flatMap(withoutMarker),
          ...[fills('Get my link', text), says(text), forges(text)].flatMap(withoutMarker),
        ]);
        await chat.leave();
      });
    }
  }

  for (const [what, name] of Object.entries(HOSTILE)) {
    it(`takes nothing of a name for markup or an address: ${what}`, async () => {
      const added = teamsActivities(connector.serviceUrl).joins('groupChat') as { recipient: object };
      connector.clear();

      await postActivity(bot.origin(), { ...added, recipient: { ...added.recipient, name } });

      const { text, textFormat, attachments = [], entities = [] } = connector.last();
      expect(connector.count()).to.equal(1);
      expect({ textFormat, attachments }).to.deep.equal({ textFormat: 'plain', attachments: [] });
      expect(entities.filter(({ type }: { type: string }) => type === 'mention')).to.deep.equal([]);
      expect(text).to.not.match(/:\/\/|[<>\\]|\bwww\.|@.*@|[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(text.length).to.be.below(200);
    });
  }
});

/** The line, and that its answer has nothing of what was typed. */
function withoutMarker(line: Line): Line[] {
  return [line, (chat) => expect(JSON.stringify(newest(chat))).to.not.include(MARKER)] as Line[];
}

/** A forged click that has the text wherever a click can have one. */
function forges(text: string): Line {
  return async (chat) => {
    const card = newest(chat);
    await chat.click({ verb: 'answer', question: text, option: text, card: text, role: text }, card.id);
    expect(chat.answers()).to.equal(1);
  };
}
