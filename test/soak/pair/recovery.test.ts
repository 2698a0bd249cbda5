import { expect } from 'chai';
import { createRecovery } from '../../../soak/pair/recovery.ts';

describe('createRecovery', () => {
  it('measures from an end to the first answer to something begun after it, and keeps the longest', () => {
    let time = 0;
    const recovery = createRecovery(() => time);

    recovery.ended('kill');
    time = 300;
    recovery.taken(100);
    recovery.ended('kill');
    time = 1_000;
    recovery.taken(900);

    expect(recovery.longest('kill')).to.equal(700);
  });

  it('doesn’t take an answer to something begun before', () => {
    let time = 50;
    const recovery = createRecovery(() => time);
    recovery.ended('restart');

    time = 60;
    recovery.taken(40);

    expect(recovery.longest('restart')).to.equal(Number.POSITIVE_INFINITY);
  });
});
