import { expect } from 'chai';
import { inChannel } from './atDesk.ts';
import { ANA, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';
import { until } from './until.ts';

const HOUR = 60 * 60_000;

describe('the link on a case’s card', () => {
  it('is another one the next morning, though the case is as it was', async () => {
    const env = { PUBLIC_URL: 'https://unstuck.example', HELPDESK_HOURS: 'Sa 10:00-12:00' };
    const world = await startDeskWorld({ isInChannel: true, env });
    const id = await arriveWithCase(world.teams());
    await inChannel(world.channel, ANA, world.rows).sees(id);
    await world.rows.quiet();
    const [entries, post] = [await world.rows.entries(id), world.channel.posts().find(({ text }) => text.includes(id))];
    const link = () =>
      world.channel
        .posts()
        .find((each) => each.id === post?.id)
        ?.links.join();
    const before = link();

    world.clock.pass(16 * HOUR);
    await world.channel.says(ANA, 'cases');

    const after = await until('another link', async () => (link() === before ? null : (link() ?? null)));
    const unchanged = await world.rows.entries(id);
    await world.stop();
    expect([before, after].every((each) => each?.includes('/desk#link='))).to.equal(true);
    expect(unchanged).to.deep.equal(entries);
  });
});
