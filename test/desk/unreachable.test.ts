import { expect } from 'chai';
import { hears, play, tells } from '../support/chat.ts';
import { personalChatId, type TeamsPerson } from '../support/teamsActivity.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import { type AtDesk, atPage, inChannel } from './atDesk.ts';
import { ANA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const REFUSED =
  'This person can’t be reached here any more, as the case says: nothing is sent to them, and no answer is kept.';

for (const where of ['page', 'channel'] as const) {
  describe(`somebody who can’t be written to any more, at the desk’s ${where}`, () => {
    let world: DeskWorld;
    let ana: AtDesk;
    let luis: TeamsPerson;
    let chat: TeamsChat;
    let id: string;
    beforeEach(async () => {
      world = await startDeskWorld({ isInChannel: where === 'channel' });
      ana =
        where === 'page'
          ? atPage(await world.agent('Ana Beck'), world.rows)
          : inChannel(world.channel, ANA, world.rows);
      luis = world.someone();
      chat = world.teams(luis);
      id = await arriveWithCase(chat);
      await ana.sees(id);
      await ana.taps(id, ['Claim']);
      await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
      await world.rows.quiet();
    });
    afterEach(() => world.stop());

    const refuseNext = (answer: number, times = 1) =>
      world.connector.failNext(...Array(times).fill({ on: 'send', in: personalChatId(luis), answer }));
    const callsToLuis = () =>
      world.connector.ledger.filter(
        ({ operation, conversation }) => operation === 'send' && conversation === personalChatId(luis),
      );
    const kinds = async () => (await world.rows.entries(id)).map(({ event }) => event.kind);

    for (const status of [403, 404]) {
      it(`makes the desk be told, and nothing more be sent, after ${status}; the case stays open`, async () => {
        refuseNext(status);
        await ana.types(id, 'reply Hello Luis');
        const current = await world.rows.until(id, ({ isUnreachable }) => isUnreachable);
        const before = callsToLuis().length;

        await ana.types(id, 'reply Are you there?');
        await ana.types(id, 'assign Ana');
        await ana.taps(id, ['More…', 'Assign to…']);
        await world.rows.quiet();

        expect(current).to.include({ status: 'claimed' });
        expect(current.lastAnswer?.failed).to.equal(`status-${status}`);
        expect(await kinds()).to.include.members(['not-delivered', 'unreachable']);
        expect((await kinds()).filter((kind) => kind === 'reply')).to.have.length(1);
        expect(callsToLuis()).to.have.length(before);
        await tellsDesk(status === 403 ? 'they have blocked the bot' : 'their chat is gone');
        if (where === 'channel') expect(callsOfAna()).to.deep.equal([`not delivered: `]);
      });
    }

    /** The posts that mention her, by what they begin with. */
    const callsOfAna = () =>
      world.channel.posts().flatMap(({ text }) => /^<at>Ana Beck<\/at> (not delivered: |.*)/.exec(text)?.[1] ?? []);

    /** The desk sees what has become of the answer, and why the next one wasn't sent. */
    const tellsDesk = async (why: string) => {
      if (where === 'page') {
        const agent = await world.agent('Bea');
        expect((await agent.card(id)).text)
          .to.include('Luis Ortega can’t be reached here any more')
          .and.to.include(why);
        expect((await agent.types('reply Hello?', id)).said).to.include(REFUSED);
        return;
      }
      const posts = () =>
        world.channel
          .posts()
          .map(({ text }) => text)
          .join('\n');
      await world.channel.until(
        ({ thread, text }) => thread === null && text.includes('can’t be reached here any more'),
      );
      expect(posts())
        .to.include(`not delivered: ${why}`)
        .and.to.include('The case stays open, and nothing more is sent.');
      expect(posts()).to.include(REFUSED);
    };

    it('is said by nothing to have been asked or told anything', async () => {
      refuseNext(403);
      await ana.types(id, 'reply Hello Luis');
      await world.rows.until(id, ({ isUnreachable }) => isUnreachable);
      await world.rows.quiet();

      await ana.taps(id, ['More…', 'Note']);
      await ana.taps(id, ['Solved…', 'Something else']);
      await world.rows.quiet();

      expect(await saidAtDesk())
        .to.include('Ana Beck says that it is solved')
        .and.not.match(/was asked|is asked|been asked|been told|Calling them/);
      expect(await world.rows.case(id)).to.include({ status: 'solved' });
    });

    /** All that is at the desk of the case: on its card, and in its thread or trail. */
    const saidAtDesk = async (): Promise<string> => {
      if (where === 'channel') return JSON.stringify(world.channel.posts());
      const agent = await world.agent('Bea');
      return JSON.stringify([await agent.card(id), (await agent.show(id))?.trail]);
    };

    it('is written to again once they write', async () => {
      refuseNext(403);
      await ana.types(id, 'reply Hello Luis');
      await world.rows.until(id, ({ isUnreachable }) => isUnreachable);

      await play(chat, [tells('I am back')]);
      await ana.types(id, 'reply Good to see you');

      await play(chat, [hears('Ana Beck wrote', 'Good to see you')]);
      expect((await world.rows.case(id)).isUnreachable).to.equal(false);
    });

    it('isn’t given up for a fault that passes: the answer comes once, and the desk sees that', async () => {
      refuseNext(502, 2);

      await ana.types(id, 'reply Hello Luis');
      // Within seconds it is tried again.
      await world.connector.waitFor((calls) => calls.some(({ status }) => status === 502));
      world.clock.pass(5_000);
      await ana.types(id, 'a note');
      await world.connector.waitFor((calls) => calls.filter(({ status }) => status === 502).length === 2);
      world.clock.pass(10_000);
      await ana.types(id, 'another note');

      await play(chat, [hears('Ana Beck wrote', 'Hello Luis')]);
      await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt !== null);
      await world.rows.quiet();
      expect(await kinds())
        .to.include('delivered')
        .and.to.not.include('not-delivered');
      expect(
        callsToLuis().filter(({ id: sent, body }) => sent !== '' && JSON.stringify(body).includes('Hello Luis')),
      ).to.have.length(1);
    });
  });
}
