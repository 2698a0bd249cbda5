import { expect } from 'chai';
import { hears, play, says, sees, tells } from '../support/chat.ts';
import { signInAtDesk } from '../support/deskAgent.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import { answer, wordsOf } from '../ticketing/mail/mailServer.ts';
import { type AtDesk, inChannel } from './atDesk.ts';
import { ANA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { freePort } from './freePort.ts';
import { type HeldMails, startHeldMails } from './heldMails.ts';
import { arriveWithCase } from './toCase.ts';
import { until } from './until.ts';

const NEXT_LINE = 'second-line@contoso.com';

describe('a case that is handed to the next line by mail', () => {
  let world: DeskWorld;
  let mails: HeldMails;
  let ana: AtDesk;

  before(async () => {
    mails = await startHeldMails();
    const port = await freePort();
    world = await startDeskWorld({
      isInChannel: true,
      env: {
        ESCALATE_TO: NEXT_LINE,
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        SMTP_FROM: 'unstuck@contoso.com',
        HELPDESK_HOURS: 'always',
        DESK_PING: '29:on-call',
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DESK_PAGE: 'off',
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

  it('does not go out once more to a server that has not taken it, if it was solved meanwhile', async () => {
    const { id } = await handingOver();
    const before = mails.mails.length;
    await ana.taps(id, ['Solved…', 'Something else']);

    await mails.answer(answer(451));
    await until('it to wait for its next turn', async () => {
      const rows = await world.rows.all();
      return rows.some((row) => row.includes('escalation-mail') && row.includes('"lease":null')) ? true : null;
    });
    // A commit has the outbox looked at, and by then it is time.
    world.clock.pass(10_000);
    await ana.types(id, 'a note');
    await world.rows.quiet();

    expect(mails.mails.length).to.equal(before);
    expect(await world.rows.case(id)).to.include({ status: 'solved' });
  });

  it('has a link to the case and its files in the mail, and whoever opens it there can take it up again', async () => {
    const guest = world.web();
    const id = await arriveWithCase(guest);
    await guest.attach('screen.png', SAMPLES.png);
    await guest.answered();
    await ana.sees(id);
    await ana.taps(id, ['More…', 'Escalate…', 'Hand it over']);
    await mails.answer(null);
    await world.rows.until(id, ({ status }) => status === 'closed');

    const mail = mails.mails.at(-1);
    const [, link = ''] = /#link=([\w.-]+)/.exec(mail ? wordsOf(mail) : '') ?? [];
    const nora = await signInAtDesk(world.bot.origin, { link }, 'Nora');

    expect(mail?.raw).to.include('The link works for 8 hours').and.to.include('filename=screen.png');
    expect(mail?.raw.replace(/\r\n/g, '')).to.include(Buffer.from(SAMPLES.png).toString('base64'));
    expect((await nora.card(id)).text).to.include('Closed here: the next line has it');
    await nora.taps(id, 'Reopen');
    await nora.types('reply Hello Luis', id);
    await play(guest, [hears('on its screen'), hears('Another team'), hears('Your case is open again')]);
    await play(guest, [hears('Nora wrote', 'Hello Luis')]);
  });
});
