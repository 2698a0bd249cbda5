import { expect } from 'chai';
import { addressKey } from '../../../src/channels/addressKey.ts';
import { sessionLimit } from '../../../src/channels/web/sessionLimit.ts';

describe('sessionLimit', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000_000;
  });

  it('counts each address on its own', () => {
    const limit = sessionLimit(() => new Date(now));
    for (let nth = 1; nth <= 30; nth++) limit.take('192.0.2.1');

    const waits = [limit.take('192.0.2.1'), limit.take('192.0.2.2')];

    expect(waits).to.deep.equal([60, 0]);
  });

  it('allows 30 in any minute, not only in each', () => {
    const limit = sessionLimit(() => new Date(now));
    now += 59_000;
    for (let nth = 1; nth <= 30; nth++) limit.take('192.0.2.1');
    now += 2_000;

    const early = limit.take('192.0.2.1');
    now += 58_000;

    expect([early, limit.take('192.0.2.1')]).to.deep.equal([58, 0]);
  });

  it('begins anew when the clock is set back', () => {
    const limit = sessionLimit(() => new Date(now));
    for (let nth = 1; nth <= 30; nth++) limit.take('192.0.2.1');
    now -= 500_000;

    const wait = limit.take('192.0.2.1');

    expect(wait).to.equal(0);
  });
});

describe('addressKey', () => {
  const same: readonly (readonly [one: string, other: string])[] = [
    ['192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
    ['2001:db8::1', '2001:0db8:0000:0000:1::'],
    ['fe80::1%eth0', 'fe80::2%eth1'],
    ['::1', '::2'],
  ];
  for (const [one, other] of same) {
    it(`counts ${one} and ${other} as one caller`, () => {
      expect(addressKey(one)).to.equal(addressKey(other));
    });
  }

  const different: readonly (readonly [one: string, other: string])[] = [
    ['192.0.2.1', '192.0.2.2'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['2001:db8::1', '2001:db9::1'],
    ['::1', '127.0.0.1'],
  ];
  for (const [one, other] of different) {
    it(`counts ${one} and ${other} as two`, () => {
      expect(addressKey(one)).not.to.equal(addressKey(other));
    });
  }
});
