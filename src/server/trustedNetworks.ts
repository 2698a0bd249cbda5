import { BlockList, isIP } from 'node:net';

/** Networks whose machines are believed on who is calling. */
export interface TrustedNetworks {
  /** Whether an address is in one of them; false for what is no address. */
  has(address: string): boolean;
}

/** Reads networks in CIDR form, or single addresses. They must be valid: the configuration has checked them. */
export function trustedNetworks(networks: readonly string[]): TrustedNetworks {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return { has: (address) => networks.length > 0 && isIP(address) !== 0 && list.check(address, familyOf(address)) };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}
