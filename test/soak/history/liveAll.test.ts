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

  /** One that has logged that much by each look at it: before each history, and at the end. */
  const logging = (...logged: readonly (readonly string[])[]) => {
    let looks = 0;
    return { instances: { lost: () => null }, errors: async () => logged[looks++] ?? [] } as unknown as World;
  };
  const live = async () => undefined;
  const LATE = 'it was logged after the end of a history: out of paper';

  it('fail for what was logged after the end of one, and go on no more', async () => {
    const world = logging([], ['out of paper']);

    const { counts, failures } = await liveAll(world, { seed: 1, histories: 3, onLived: () => undefined, live });

    expect(counts['histories']).to.equal(1);
    expect(failures).to.deep.equal([LATE, '2 histories weren’t lived: see above']);
  });

  it('fail for what was logged after the end of the last', async () => {
    const world = logging([], [], [], ['out of paper']);

    const { failures } = await liveAll(world, { seed: 1, histories: 3, onLived: () => undefined, live });

    expect(failures).to.deep.equal([LATE]);
  });

  it('fail for one flaw alone, and not for what it leaves behind', async () => {
    const world = logging([], ...Array<string[]>(1_000).fill(['out of paper']));
    const flawed = async () => {
      throw new Error('no answer');
    };

    const { failures } = await liveAll(world, { seed: 1, histories: 3, onLived: () => undefined, live: flawed });

    expect(failures[0]).to.include('no answer');
    expect(failures.join()).to.not.include('out of paper');
  });
});
