import { expect } from 'chai';
import { hears, play, says, tells } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import type { WebChat } from '../support/webChat.ts';
import { answer, headOf, wordsOf } from '../ticketing/mail/mailServer.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { freePort } from './freePort.ts';
import { type HeldMails, startHeldMails } from './heldMails.ts';
import { caseIdOn } from './toCase.ts';
import { until } from './until.ts';

const MINUTE = 60_000;
const ANSWER = 'Please start Lync once more.';

describe('a guest who has closed the page', () => {
  let world: DeskWorld;
  let mails: HeldMails;
  let luis: WebChat;
  let ana: DeskAgent;
  let id: string;

  before(async () => {
    mails = await startHeldMails();
    const port = await freePort();
    world = await startDeskWorld({
      env: {
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        SMTP_FROM: 'unstuck@contoso.com',
      },
    });
    luis = world.web();
    ana = await world.agent('Ana');
    await luis.arrive();
    await says('agent')(luis);
    const form = luis.cards().at(-1);
    const send = form?.offers.find(({ label }) => label === 'Send');
    await luis.click({ ...send?.data, email: 'luis@contoso.com' }, form?.id ?? '');
    id = caseIdOn(luis);
    await ana.taps(id, 'Claim');
    await play(luis, [hears('on its screen'), hears('took your case')]);
  });
  after(async () => {
    await world.stop();
    await mails.close();
  });

  const mailAt = (index: number) => {
    const mail = mails.mails[index];
    if (mail === undefined) throw new RangeError(`there is no mail ${index}`);
    return mail;
  };

  it('gets one mail once an answer has been there for two minutes, with no word of it', async () => {
    await ana.types(`reply ${ANSWER}`, id);
    await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt !== null);

    world.clock.pass(2 * MINUTE);
    await mails.held();
    expect((await ana.card(id)).text)
      .to.include('not read yet')
      .and.not.include('mailed');
    await mails.answer(null);
    await world.rows.until(id, ({ mailedAt }) => mailedAt !== null);

    const mail = mailAt(0);
    expect(wordsOf(mail)).to.include('has answered');
    expect(mail.to).to.deep.equal(['luis@contoso.com']);
    expect(mail.raw).to.include(id).and.not.include('start Lync');
    expect((await ana.card(id)).text).to.include('mailed');
  });

  it('gets no second one for a second answer', async () => {
    await ana.types('reply Are you there?', id);
    await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt !== null);

    world.clock.pass(30 * MINUTE);
    // A commit has the clock looked at.
    await ana.types('a note', id);
    await world.rows.quiet();

    expect(mails.mails).to.have.length(1);
  });

  it('comes back by the link in it, on another device, to the same conversation', async () => {
    const link = /http:\/\/\S+\/c\/([\w-]{22})/.exec(wordsOf(mailAt(0)));

    const opened = await fetch(`${world.bot.origin()}/web/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.bot.origin() },
      body: JSON.stringify({ secret: link?.[1] }),
    });

    expect(opened.status).to.equal(204);
    expect(opened.headers.get('set-cookie')?.split(';')[0]).to.equal(luis.cookie());
    await play(luis, [hears(ANSWER), hears('Are you there?')]);
  });

  it('may get another once they have been back', async () => {
    await tells('I am here')(luis);
    await world.rows.until(id, ({ mailedAt }) => mailedAt === null);

    await ana.types('reply Good.', id);
    await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt !== null);
    world.clock.pass(2 * MINUTE);
    await mails.answer(null);

    await until('a second mail', async () => mails.mails[1] ?? null);
  });

  it('gets one when they are asked whether they are in', async () => {
    await tells('I see')(luis);
    await world.rows.until(id, ({ mailedAt }) => mailedAt === null);
    const before = mails.mails.length;
    await ana.click({ verb: 'desk-solve', card: id, case: id, cause: 'other' }, id);
    await world.rows.until(id, ({ status, lastAnswer }) => status === 'solved' && lastAnswer?.deliveredAt !== null);

    world.clock.pass(2 * MINUTE);
    await mails.answer(null);
    const mail = await until('a mail', async () => mails.mails[before] ?? null);
    expect(headOf(mail, 'Subject')).to.equal(`${id}: are you in?`);
    expect(wordsOf(mail)).to.include('asks whether you are in').and.not.include('has answered');

    await tells('no')(luis);
    await world.rows.until(id, ({ status, mailedAt }) => status === 'claimed' && mailedAt === null);
  });

  for (const [what, verb] of [
    ['what is refused', 'my-reopen'],
    ['looking at the case', 'my-request'],
  ] as const) {
    it(`is known to be back by ${what}, too`, async () => {
      await ana.types(`reply After ${what}`, id);
      await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt !== null);

      await luis.click({ verb, card: id, case: id }, id);

      const { status } = await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.readAt !== null);
      expect(status).to.equal('claimed');
    });
  }

  it('is known at the desk to have got none where the mail was refused', async () => {
    await tells('Here again')(luis);
    await world.rows.until(id, ({ mailedAt }) => mailedAt === null);
    await ana.types('reply And now?', id);
    await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt !== null);

    world.clock.pass(2 * MINUTE);
    await mails.answer(answer(550));
    await world.rows.until(id, ({ mailing }) => Boolean(mailing?.failed));

    const said = 'not read yet; the mail was not accepted: the mail server refused it (550)';
    expect((await ana.card(id)).text).to.include(said);
    expect((await ana.show(id))?.trail.at(-1)?.text).to.include('was not accepted');
    expect(mails.mails).to.have.length(3);
  });
});
