import { expect } from 'chai';
import { hears, play, says, sees, tells } from '../support/chat.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import { answer } from '../ticketing/mail/mailServer.ts';
import { type AtDesk, inChannel } from './atDesk.ts';
import { ANA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { type HeldMails, startHeldMails } from './heldMails.ts';
import { arriveWithCase } from './toCase.ts';

const NEXT_LINE = 'second-line@contoso.com';

describe('a case that is handed to the next line by mail', () => {
  let world: DeskWorld;
  let mails: HeldMails;
  let ana: AtDesk;

  before(async () => {
    mails = await startHeldMails();
    world = await startDeskWorld({
      isInChannel: true,
      env: {
        ESCALATE_TO: NEXT_LINE,
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        SMTP_FROM: 'unstuck@contoso.com',
        HELPDESK_HOURS: 'always',
        DESK_PING: '29:on-call',
      },
    });
    ana = inChannel(world.channel, ANA, world.rows);
  });
  after(async () => {
    await world.stop();
    await mails.close();
  });

  /** Somebody new whose case Ana has, and is handing over: the mail has reached the server and isn't answered yet. */
  const handingOver = async (isClaimed = true): Promise<{ chat: TeamsChat; id: string }> => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    await ana.sees(id);
    await play(chat, [hears('on its screen')]);
    if (isClaimed) {
      await ana.taps(id, ['Claim']);
      await play(chat, [hears('Ana Beck took')]);
    }
    await ana.taps(id, ['More…', 'Escalate…', 'Hand it over']);
    await mails.held();
    return { chat, id };
  };
  const inThread = (text: string) => world.channel.until((post) => post.text.includes(text));

  it('stays with whoever has it until the mail is accepted, and the person goes on with them', async () => {
    const { chat, id } = await handingOver();

    expect(await world.rows.case(id)).to.include({ status: 'claimed', closed: null });
    await inThread('Until that is accepted, the case stays here');
    await inThread(`${id} · Ana Beck has it`);
    const card = await inThread('on its way to the next line by e-mail');
    await world.channel.click(ANA, { verb: 'desk-escalate', card: id, case: id }, { id: card.id });
    await inThread('It is on its way to the next line by e-mail already');
    await play(chat, [tells('Hello?')]);
    await inThread('Luis Ortega: Hello?');

    await mails.answer(null);

    await play(chat, [hears('Another team has your case now'), says('my requests'), sees(id, 'Closed')]);
    expect(await world.rows.case(id)).to.deep.include({ status: 'closed', handingOver: null });
    await inThread('The next line has it. Closed here.');
    expect(mails.mails.map(({ to }) => to)).to.deep.equal([[NEXT_LINE]]);
  });

  for (const [isClaimed, who] of [
    [true, '<at>Ana Beck</at>'],
    [false, 'on call'],
  ] as const) {
    it(`is still here where the mail is refused, and who is told by name is ${who}`, async () => {
      const { chat, id } = await handingOver(isClaimed);

      await mails.answer(answer(550));

      const { status } = await world.rows.until(id, ({ handingOver }) => handingOver === null);
      expect(status).to.equal(isClaimed ? 'claimed' : 'waiting');
      const { id: root } = await world.channel.until(({ thread, text }) => thread === null && text.includes(id));
      const told = await world.channel.until(
        ({ thread, text }) => thread === root && text.includes('was not accepted'),
      );
      expect(told.text).to.include(who).and.to.include('the mail server refused it').and.to.include('still here');
      await play(chat, [says('my requests'), sees(id, isClaimed ? 'Ana Beck has it' : 'Waits for the helpdesk')]);
    });
  }

  it('goes out once more where the server has not taken it, and no more once it is solved', async () => {
    const { id } = await handingOver();
    const before = mails.mails.length;
    await mails.answer(answer(451));
    await mails.held();

    await ana.taps(id, ['Solved…', 'Something else']);
    await mails.answer(answer(451));
    await world.rows.quiet();

    expect(mails.mails.length).to.equal(before);
    expect(await world.rows.case(id)).to.include({ status: 'solved' });
  });
});
