import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

describe('what is refused at the desk', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld();
  });
  after(() => world.stop());

  it('is refused again when the page delivers it again, after a restart as well', async () => {
    const id = await arriveWithCase(world.web());
    const [ana, bea] = [await world.agent('Ana'), await world.agent('Bea')];
    const claim = { verb: 'desk-claim', card: id, case: id };
    const delivery = randomUUID();
    await ana.click(claim, id);

    const told = [await bea.click(claim, id, delivery), await bea.click(claim, id, delivery)];
    await world.bot.restart();
    told.push(await (await world.agent('Bea')).click(claim, id, delivery));

    expect(told.map(({ said }) => said)).to.deep.equal(
      Array<string>(3).fill('Ana has this case already, so nothing was changed.'),
    );
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Ana');
  });
});
