import { expect } from 'chai';
import { clicks, hears, play, says, sees } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import type { WebChat } from '../support/webChat.ts';
import { deskClock } from './deskClock.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

const DAY = 24 * 60 * 60_000;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('what the page is told of a guest’s case', () => {
  let world: DeskWorld;
  let ana: DeskAgent;
  const clock = deskClock();
  before(async () => {
    world = await startDeskWorld({ clock });
    ana = await world.agent('Ana');
  });
  after(() => world.stop());

  /** What goes along with the newest message of theirs, or of the bot’s. */
  const newestOf = async (chat: WebChat, role: 'user' | 'bot'): Promise<Readonly<Record<string, unknown>>> => {
    const rows = (await world.rows.messages(chat.session())).map((row) => JSON.parse(row));
    return rows.findLast(({ from }) => from?.role === role)?.channelData ?? {};
  };
  const reply = (id: string) => ana.click({ verb: 'desk-reply', card: id, case: id, text: 'Hello' }, id);

  it('says with each card which case it is, and who hears what they type', async () => {
    const chat = world.web();
    await chat.arrive();
    expect(await newestOf(chat, 'bot')).to.deep.equal({});
    await chat.leave();

    const luis = world.web();
    const id = await arriveWithCase(luis);
    const told = async () => (await newestOf(luis, 'bot'))['case'];
    expect(await told()).to.deep.equal({ id, hears: null });
    await reply(id);
    await play(luis, [hears('Ana took'), hears('Hello')]);
    expect(await told()).to.deep.equal({ id, hears: 'Ana' });
    await play(luis, [clicks('Back to the bot'), sees('Can’t join a meeting?')]);
    expect(await told()).to.deep.equal({ id, hears: null });
    await play(luis, [says('/agent'), sees('Ana has your case')]);
    expect(await told()).to.deep.equal({ id, hears: 'Ana' });
    await play(luis, [says('/bot'), says('withdraw'), sees('You withdrew it')]);
    expect(await told()).to.deep.equal({ id, hears: null });
  });

  it('says of what went to an agent that it did, and of nothing else', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);
    await play(chat, [says('my camera is black')]);
    expect(await newestOf(chat, 'user')).to.not.have.property('to');
    await reply(id);
    await play(chat, [hears('Ana took'), hears('Hello')]);

    await chat.tell('Hi Ana');
    expect(await newestOf(chat, 'user')).to.include({ to: 'Ana' });
    await play(chat, [says('my requests'), sees('Tap one to see it')]);
    expect(await newestOf(chat, 'user')).to.not.have.property('to');
    await chat.attach('screen.png', PNG);

    expect(await newestOf(chat, 'user')).to.include({ to: 'Ana' });
  });

  it('gives a link for as long as it would be good: until the case has been closed for 14 days', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);
    await play(chat, [says('withdraw'), sees('You withdrew it')]);
    const ask = async () => (await chat.visitor().post('/web/link', { case: id })).status;

    clock.pass(14 * DAY - 60_000);
    expect(await ask()).to.equal(200);
    clock.pass(2 * 60_000);

    expect(await ask()).to.equal(404);
  });
});
