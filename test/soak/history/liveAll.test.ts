import { expect } from 'chai';
import { liveAll } from '../../../soak/history/liveAll.ts';
import type { World } from '../../../soak/history/world.ts';

describe('histories in a world', () => {
  it('fail where an instance was lost while nobody asked it', async () => {
    const world = { instances: { lost: () => 'an instance has ended by itself (SIGKILL)' } } as unknown as World;

    const { counts, failures } = await liveAll(world, { seed: 1, histories: 3, onLived: () => undefined });

    expect(counts['histories']).to.equal(0);
    expect(failures).to.deep.equal(['3 histories weren’t lived: an instance has ended by itself (SIGKILL)']);
  });
});
