import { expect } from 'chai';
import { createAnsweredDeliveries } from '../../src/turn/answeredDeliveries.ts';

describe('answered deliveries', () => {
  it('know what was added and nothing else', () => {
    const answered = createAnsweredDeliveries();

    answered.add('a');

    expect([answered.has('a'), answered.has('b')]).to.deep.equal([true, false]);
  });

  it('forget the oldest when there are too many', () => {
    const answered = createAnsweredDeliveries(3);

    for (const delivery of ['a', 'b', 'c', 'd']) answered.add(delivery);

    expect(['a', 'b', 'c', 'd'].map(answered.has)).to.deep.equal([false, true, true, true]);
  });

  it('count one that is added again as new', () => {
    const answered = createAnsweredDeliveries(2);

    for (const delivery of ['a', 'b', 'a', 'c']) answered.add(delivery);

    expect(['a', 'b', 'c'].map(answered.has)).to.deep.equal([true, false, true]);
  });

  it('remember ten thousand', () => {
    const answered = createAnsweredDeliveries();

    for (let i = 0; i <= 10_000; i++) answered.add(`delivery ${i}`);

    expect([0, 1, 10_000].map((i) => answered.has(`delivery ${i}`))).to.deep.equal([false, true, true]);
  });
});
