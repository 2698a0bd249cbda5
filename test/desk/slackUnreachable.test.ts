import { expect } from 'chai';
import { hears, play, tells } from '../support/chat.ts';
import type { SlackChat } from '../support/slackChat.ts';
import { type AtDesk, inChannel, inSlackChannel } from './atDesk.ts';
import { ANA, type DeskWorld, SLACK_ANA, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const REFUSED =
  'This person can’t be reached here any more, as the case says: nothing is sent to them, and no answer is kept.';

/** What Slack says of somebody who can't be written to, and what the desk reads of it. */
const WHY = [
  ['cannot_dm_bot', 'status-403', 'they have blocked the bot or left, or it was removed'],
  ['user_disabled', 'status-403', 'they have blocked the bot or left, or it was removed'],
  ['is_archived', 'status-403', 'they have blocked the bot or left, or it was removed'],
  ['channel_not_found', 'status-404', 'their chat is gone'],
] as const;

for (const where of ['slack', 'teams'] as const) {
  describe(`somebody in Slack who can’t be written to any more, at the desk’s channel in ${where}`, () => {
    let world: DeskWorld;
    let ana: AtDesk;
    let chat: SlackChat;
    let id: string;
    beforeEach(async () => {
      world = await startDeskWorld({ isInChannel: where === 'teams', isInSlack: where === 'slack' });
      world.slack.allowMention(`<@${SLACK_ANA.id}>`);
      ana =
        where === 'teams'
          ? inChannel(world.channel, ANA, world.rows)
          : inSlackChannel(world.slackChannel, SLACK_ANA, world.rows);
      chat = world.inSlack();
      id = await arriveWithCase(chat);
      await ana.sees(id);
      await ana.taps(id, ['Claim']);
      await play(chat, [hears('on its screen'), hears('Ana Beck took')]);
      await world.rows.quiet();
    });
    afterEach(async () => {
      expect(world.slack.faults).to.deep.equal([]);
      await world.stop();
    });

    const refuse = (error: string) =>
      world.slack.failNext({ on: 'chat.postMessage', in: chat.direct, answer: { error } });
    const toLuis = () => world.slack.ledger.filter(({ channel }) => channel === chat.direct);
    const atDesk = () => (where === 'teams' ? world.channel : world.slackChannel).posts().map(({ text }) => text);

    for (const [error, failed, why] of WHY) {
      it(`makes the desk be told, and nothing more be sent, after ${error}; the case stays open`, async () => {
        refuse(error);
        await ana.types(id, 'reply Hello Luis');
        const current = await world.rows.until(id, ({ isUnreachable }) => isUnreachable);
        await world.rows.quiet();
        const before = toLuis().length;
        world.clock.pass(2_000);

        await ana.types(id, 'reply Are you there?');
        await world.rows.quiet();

        expect(current.status).to.equal('claimed');
        expect(current.lastAnswer?.failed).to.equal(failed);
        expect(toLuis()).to.have.length(before);
        expect(atDesk().join('\n'))
          .to.include(`not delivered: ${why}`)
          .and.include('can’t be reached here any more. The case stays open, and nothing more is sent.')
          .and.include(REFUSED);
        const replies = (await world.rows.entries(id)).filter(({ event }) => event.kind === 'reply');
        expect(replies).to.have.length(1);
      });
    }

    it('is written to again once they write', async () => {
      refuse('cannot_dm_bot');
      await ana.types(id, 'reply Hello Luis');
      await world.rows.until(id, ({ isUnreachable }) => isUnreachable);

      await play(chat, [tells('I am back')]);
      await ana.types(id, 'reply Good to see you');

      await play(chat, [hears('Ana Beck wrote', 'Good to see you')]);
      expect((await world.rows.case(id)).isUnreachable).to.equal(false);
    });
  });
}
