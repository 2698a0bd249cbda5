import type { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { en } from '../../src/cards/text/en.ts';
import { createTeamsChannel, type TeamsChannel } from '../../src/channels/teams/teamsChannel.ts';
import { type Incoming, incomingOf } from '../../src/dialogs/incoming.ts';
import { botRoute } from '../../src/server/botRoute.ts';
import { openEventStream } from '../support/eventStream.ts';
import { recordingLog, startServer, type TestServer } from '../support/httpServer.ts';
import { type Visitor, visitorOf } from '../support/httpWeb.ts';
import { postActivity } from '../support/postActivity.ts';
import { type TeamsActivities, teamsActivities } from '../support/teamsActivity.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';

/** 3,000 characters, with what a person puts into a description, and nothing twice in the same place. */
const DESCRIPTION = Array.from({ length: 100 }, (_, at) => `${at}. It says “can’t join” 🦄 <b>*now*</b>\n`)
  .join('')
  .slice(0, 2_996)
  .concat('end.');

describe('a description of 3,000 characters', () => {
  describe('in Teams', () => {
    let channel: TeamsChannel;
    let server: TestServer;
    let ada: TeamsActivities;
    const turns: Incoming[] = [];

    before(async () => {
      const { log } = recordingLog();
      const logic = async (context: TurnContext) => void turns.push(incomingOf(context.activity));
      channel = createTeamsChannel({ app: null, logic, log });
      server = await startServer({ routes: [botRoute((request) => channel.receive(request))], log });
      ada = teamsActivities('http://127.0.0.1:3/');
    });
    after(async () => {
      await server.close();
      await channel.close();
    });

    for (const scope of ['personal', 'groupChat'] as const) {
      it(`is given whole to the turn, from a chat that is ${scope}`, async () => {
        const status = await postActivity(server.origin, ada.says(DESCRIPTION, scope));

        expect(status).to.equal(200);
        expect(turns.at(-1)).to.deep.equal({
          kind: 'text',
          text: DESCRIPTION,
          whole: DESCRIPTION,
          link: null,
          begun: null,
        });
      });
    }
  });

  describe('on the web page', () => {
    let bot: TestBot;
    let visitor: Visitor;

    before(async () => {
      bot = await startTestBot();
    });
    beforeEach(async () => {
      visitor = visitorOf(bot.origin());
      await visitor.open();
    });
    after(() => bot.stop());

    const typed = async (text: string): Promise<unknown> => {
      const { status } = await visitor.says('a', text);
      expect(status).to.equal(204);
      const stream = await openEventStream(`${bot.origin()}/web/events?after=0`, { cookie: visitor.cookie() });
      const [, row] = await stream.take(3);
      stream.close();
      return row;
    };
    const row = (text: string) => ({ type: 'message', from: { role: 'user' }, text, channelData: { clientId: 'a' } });

    it('is kept whole in the history', async () => {
      expect(await typed(DESCRIPTION)).to.deep.equal(row(DESCRIPTION));
    });

    it('is kept whole but for a join link, which can carry a passcode', async () => {
      const link = 'https://meet.contoso.com/jdoe/SECRET?p=42';
      const described = `${DESCRIPTION}\n${link}, ${link}.`;

      const kept = await typed(described);

      expect(kept).to.deep.equal(row(described.replaceAll(link, en.notices.linkGiven)));
    });

    it('is kept whole when it is too long, so that it can be copied and made shorter', async () => {
      const long = `${DESCRIPTION} ${DESCRIPTION}`;

      expect(await typed(long)).to.deep.equal(row(long));
    });

    it('is kept without characters that can’t be seen', async () => {
      expect(await typed('a\u0000b \u202Egnp.exe\u202C\r\n\u200Bc')).to.deep.equal(row('ab gnp.exe\nc'));
    });
  });
});
