import { expect } from 'chai';
import { play, says } from '../support/chat.ts';
import { inChannel } from './atDesk.ts';
import { ANA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase, sendCase } from './toCase.ts';

describe('a closed case whose person has another one open', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld({ isInChannel: true });
  });
  after(() => world.stop());

  it('isn’t opened again by the desk, which is told where to answer', async () => {
    const [chat, ana] = [world.teams(), inChannel(world.channel, ANA, world.rows)];
    const old = await arriveWithCase(chat);
    await ana.sees(old);
    await play(chat, [says('withdraw')]);
    const open = await sendCase(chat);
    await ana.sees(open);
    const atPage = await world.agent('Cem');
    const said = `Luis Ortega has another open case, ${open}, so this one stays closed. Please answer there.`;

    await ana.taps(old, ['Reopen']);
    await world.channel.until(({ text }) => text === said);
    expect((await atPage.click({ verb: 'desk-reopen', card: old, case: old }, old)).said).to.equal(said);

    expect((await world.rows.case(old)).status).to.equal('closed');
    await play(chat, [says('withdraw')]);
    await atPage.click({ verb: 'desk-reopen', card: old, case: old }, old);
    expect((await world.rows.case(old)).status).to.equal('claimed');
  });
});
