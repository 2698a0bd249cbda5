import { expect } from 'chai';
import { createStreamRoom } from '../../src/server/streamRoom.ts';

describe('room for files that are sent out', () => {
  it('is bounded for each address and all in all, and there again when one is done', () => {
    const room = createStreamRoom({ streams: 5, streamsPerAddress: 2 });
    const take = (address: string) => room.take(address);
    const first = ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.2'].map(take);

    const third = take('192.0.2.1');
    const fifth = take('192.0.2.3');
    const sixth = take('192.0.2.4');
    first[0]?.();
    const again = [take('192.0.2.1'), take('192.0.2.4')];

    expect(first.every((giveBack) => giveBack !== null)).to.equal(true);
    expect([third, fifth === null, sixth]).to.deep.equal([null, false, null]);
    expect([again[0] === null, again[1]]).to.deep.equal([false, null]);
  });

  it('is the same for the IPv6 addresses of a household', () => {
    const room = createStreamRoom({ streams: 5, streamsPerAddress: 1 });
    room.take('2001:db8:1:2::1');

    expect([room.take('2001:db8:1:2:ffff::1'), room.take('2001:db8:1:3::1') === null]).to.deep.equal([null, false]);
  });
});
