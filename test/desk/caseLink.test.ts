import { expect } from 'chai';
import { clicks, hears, play, says, sees } from '../support/chat.ts';
import { visitorOf } from '../support/httpWeb.ts';
import type { WebChat } from '../support/webChat.ts';
import { deskClock } from './deskClock.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const DAY = 24 * 60 * 60_000;

describe('the link to a guest’s case', () => {
  let world: DeskWorld;
  const clock = deskClock();
  before(async () => {
    world = await startDeskWorld({ clock });
  });
  after(() => world.stop());

  /** Asks for a link as that guest; null where there is none for them. */
  const linkFor = async (chat: WebChat, id: string): Promise<string | null> => {
    const response = await chat.visitor().post('/web/link', { case: id });
    return response.status === 200 ? ((await response.json()) as { url: string }).url : null;
  };
  /** Opens it in a browser that was never here: the status, and the session that it got. */
  const openElsewhere = async (url: string) => {
    const browser = visitorOf(world.bot.origin());
    const { status } = await browser.post('/web/open', { secret: url.split('/c/')[1] });
    return { status, session: browser.session() };
  };

  it('opens the same conversation on another device, with all that was said, and the answer', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);
    const url = (await linkFor(chat, id)) ?? '';
    const ana = await world.agent('Ana');
    await ana.click({ verb: 'desk-reply', card: id, case: id, text: 'Please start it again' }, id);
    await play(chat, [hears('Ana took'), hears('Please start it again')]);
    await chat.leave();

    const { status, session } = await openElsewhere(url);

    expect(url).to.match(/^http:\/\/127\.0\.0\.1:\d+\/c\/[\w-]{22}$/);
    expect(status).to.equal(204);
    expect(session).to.equal(chat.session());
    expect((await world.rows.messages(session)).join('\n')).to.include('Please start it again');
    expect(await world.keeps(url.split('/c/')[1] ?? '')).to.equal(false);
  });

  it('asks in a browser with another conversation, once something was done there', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);
    const secret = (await linkFor(chat, id))?.split('/c/')[1];
    const [other, empty] = [world.web(), world.web()];
    await empty.arrive();
    await other.arrive();
    await play(other, [clicks('Start')]);

    const opened = await empty.visitor().post('/web/open', { secret });
    const browser = other.visitor();
    const asked = await browser.post('/web/open', { secret });

    expect([opened.status, asked.status]).to.deep.equal([204, 409]);
    expect(await asked.json()).to.deep.equal({ case: id });
    expect(asked.headers.get('set-cookie')).to.equal(null);
    expect((await browser.post('/web/open', { secret, instead: true })).status).to.equal(204);
    expect(browser.session()).to.equal(chat.session());
  });

  it('is for the session alone whose case it is', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);
    const stranger = world.web();
    await stranger.arrive();

    expect(await linkFor(stranger, id)).to.equal(null);
    expect((await openElsewhere(`x/c/${'A'.repeat(22)}`)).status).to.equal(410);
  });

  it('is good until the case has been closed for 14 days', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);
    const url = (await linkFor(chat, id)) ?? '';
    await play(chat, [says('withdraw'), sees('You withdrew it')]);

    clock.pass(14 * DAY - 60_000);
    expect((await openElsewhere(url)).status).to.equal(204);
    clock.pass(2 * 60_000);

    expect(await openElsewhere(url)).to.deep.equal({ status: 410, session: '' });
  });

  for (const [what, act, words] of [
    ['the answer', { verb: 'desk-reply', text: 'Hello' }, 'Hello'],
    ['the question whether they are in', { verb: 'desk-solve', cause: 'other' }, 'Are you in?'],
  ] as const) {
    it(`tells the desk when ${what} was read`, async () => {
      const chat = world.web();
      const id = await arriveWithCase(chat);
      const ana = await world.agent('Ana');
      await ana.click({ verb: 'desk-claim', card: id, case: id }, id);
      await ana.click({ ...act, card: id, case: id }, id);
      await play(chat, [hears('Ana took'), hears(words)]);
      await world.rows.until(id, ({ lastAnswer }) => lastAnswer !== null && lastAnswer.deliveredAt !== null);
      expect((await ana.card(id)).text).to.include('not read yet');
      const [entry = ''] = chat.heardAnswers();

      const stranger = world.web();
      await stranger.arrive();
      await stranger.visitor().post('/web/read', { entry });
      expect((await world.rows.case(id)).lastAnswer?.readAt).to.equal(null);
      await chat.visitor().post('/web/read', { entry });

      expect((await world.rows.case(id)).lastAnswer?.readAt).to.not.equal(null);
      expect((await ana.card(id)).text).to.match(/read \d+:\d\d/);
    });
  }
});
