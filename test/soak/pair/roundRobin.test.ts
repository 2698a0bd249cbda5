import { expect } from 'chai';
import { createRoundRobin } from '../../../soak/pair/roundRobin.ts';

describe('createRoundRobin', () => {
  it('takes turns', async () => {
    const robin = createRoundRobin(2);
    robin.set(0, 'a');
    robin.set(1, 'b');

    const taken = [await robin.next(), await robin.next(), await robin.next()];

    expect(taken).to.deep.equal(['a', 'b', 'a']);
  });

  it('passes over one that is down', async () => {
    const robin = createRoundRobin(2);
    robin.set(0, 'a');
    robin.set(1, 'b');
    robin.set(0, null);

    const taken = [await robin.next(), await robin.next()];

    expect(taken).to.deep.equal(['b', 'b']);
  });

  it('waits while all are down', async () => {
    const robin = createRoundRobin(2);
    const waiting = robin.next();

    robin.set(1, 'b');

    expect(await waiting).to.equal('b');
  });
});
