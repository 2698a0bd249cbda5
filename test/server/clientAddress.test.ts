import { isIP } from 'node:net';
import { expect } from 'chai';
import fc from 'fast-check';
import { clientAddress } from '../../src/server/clientAddress.ts';
import { trustedNetworks } from '../../src/server/trustedNetworks.ts';

const TRUSTED = ['10.0.0.0/8', '192.0.2.7', 'fd00::/8', '2001:db8::1'];
const trusted = trustedNetworks(TRUSTED);

interface Case {
  readonly peer: string;
  readonly header?: string;
  readonly is: string;
}

const table: Readonly<Record<string, Case>> = {
  'a stranger without a header': { peer: '203.0.113.9', is: '203.0.113.9' },
  'a stranger who names another': { peer: '203.0.113.9', header: '198.51.100.1', is: '203.0.113.9' },
  'a stranger who names a proxy': { peer: '203.0.113.9', header: '198.51.100.1, 10.1.1.1', is: '203.0.113.9' },
  'a proxy without a header': { peer: '10.1.1.1', is: '10.1.1.1' },
  'a proxy with an empty header': { peer: '10.1.1.1', header: '', is: '10.1.1.1' },
  'behind a proxy': { peer: '10.1.1.1', header: '198.51.100.1', is: '198.51.100.1' },
  'behind a proxy of one address': { peer: '192.0.2.7', header: '198.51.100.1', is: '198.51.100.1' },
  'beside that address': { peer: '192.0.2.8', header: '198.51.100.1', is: '192.0.2.8' },
  'behind two proxies': { peer: '10.1.1.1', header: '198.51.100.1, 10.2.2.2', is: '198.51.100.1' },
  'behind a proxy, naming somebody in front': {
    peer: '10.1.1.1',
    header: '192.0.2.66, 198.51.100.1, 10.2.2.2',
    is: '198.51.100.1',
  },
  'in the trusted network itself': { peer: '10.1.1.1', header: '10.3.3.3, 10.2.2.2', is: '10.3.3.3' },
  'behind a proxy by IPv6': { peer: 'fd00::5', header: '2001:db8::9', is: '2001:db8::9' },
  'a proxy in a longer form': { peer: '2001:0db8:0:0::1', header: '198.51.100.1', is: '198.51.100.1' },
  'a proxy with a zone': { peer: 'fd00::5%eth0', header: '198.51.100.1', is: '198.51.100.1' },
  'a proxy mapped into IPv6': { peer: '::ffff:10.1.1.1', header: '198.51.100.1', is: '198.51.100.1' },
  'a proxy mapped into IPv6 in hex': { peer: '::FFFF:0a01:0101', header: '198.51.100.1', is: '198.51.100.1' },
  'a stranger mapped into IPv6': { peer: '::ffff:203.0.113.9', header: '198.51.100.1', is: '203.0.113.9' },
  'a hop mapped into IPv6': { peer: '10.1.1.1', header: '::ffff:198.51.100.1', is: '198.51.100.1' },
  'a hop with a port': { peer: '10.1.1.1', header: '198.51.100.1:4711', is: '198.51.100.1' },
  'an IPv6 hop in brackets': { peer: '10.1.1.1', header: '[2001:db8::9]', is: '2001:db8::9' },
  'an IPv6 hop in brackets with a port': { peer: '10.1.1.1', header: '[2001:DB8::9]:443', is: '2001:db8::9' },
  'a hop with spaces around': { peer: '10.1.1.1', header: ' \t198.51.100.1 ', is: '198.51.100.1' },
  'a hop that isn’t known': { peer: '10.1.1.1', header: 'unknown', is: '10.1.1.1' },
  'a hop that is empty': { peer: '10.1.1.1', header: '198.51.100.1,', is: '10.1.1.1' },
  'a hop that is no address': { peer: '10.1.1.1', header: '198.51.100.1, 10.2.2.2, 999.1.1.1', is: '10.1.1.1' },
  'a hop that is no address behind a proxy': { peer: '10.1.1.1', header: '_x, 10.2.2.2', is: '10.2.2.2' },
  'an IPv4 in brackets': { peer: '10.1.1.1', header: '[198.51.100.1]', is: '10.1.1.1' },
  'an IPv6 with a bare port': { peer: '10.1.1.1', header: '2001:db8::9:99999', is: '10.1.1.1' },
  'a number as an address': { peer: '10.1.1.1', header: '167837953', is: '10.1.1.1' },
  'a connection that has gone': { peer: '', header: '198.51.100.1', is: '' },
};

describe('clientAddress', () => {
  for (const [title, { peer, header, is }] of Object.entries(table)) {
    it(`is ${is || 'empty'} for ${title}`, () => {
      const address = clientAddress({ socketAddress: peer, forwardedFor: header }, trusted);

      expect(address).to.equal(is);
    });
  }

  it('believes nobody where no network is trusted', () => {
    const address = clientAddress({ socketAddress: '127.0.0.1', forwardedFor: '198.51.100.1' }, trustedNetworks([]));

    expect(address).to.equal('127.0.0.1');
  });

  const stranger = fc
    .oneof(fc.ipV4(), fc.ipV6())
    .filter((text) => !trusted.has(text) && !/^(0*:)*:?ffff:/i.test(text) && !text.startsWith('::'));
  const proxy = fc.constantFrom('10.9.9.9', '192.0.2.7', 'fd12:3456::1', '2001:db8::1', '::ffff:10.4.4.4');
  const anything = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), proxy);
  const property = { seed: 20260105, numRuns: 1_000 };

  it('is the peer, whatever a stranger says', () => {
    fc.assert(
      fc.property(stranger, fc.array(anything), (peer, hops) => {
        const bare = clientAddress({ socketAddress: peer, forwardedFor: undefined }, trusted);

        expect(clientAddress({ socketAddress: peer, forwardedFor: hops.join(',') }, trusted)).to.equal(bare);
      }),
      property,
    );
  });

  it('is who the first proxy saw, whatever that one said before', () => {
    fc.assert(
      fc.property(stranger, fc.array(anything), fc.array(proxy), proxy, (caller, said, proxies, peer) => {
        const seen = clientAddress({ socketAddress: caller, forwardedFor: undefined }, trusted);
        const header = [...said, caller, ...proxies].join(', ');

        expect(clientAddress({ socketAddress: peer, forwardedFor: header }, trusted)).to.equal(seen);
      }),
      property,
    );
  });

  it('is always an address, and never throws', () => {
    fc.assert(
      fc.property(proxy, fc.string({ maxLength: 200 }), (peer, header) => {
        expect(isIP(clientAddress({ socketAddress: peer, forwardedFor: header }, trusted))).not.to.equal(0);
      }),
      property,
    );
  });
});
