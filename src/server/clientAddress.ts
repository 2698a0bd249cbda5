import { isIP, isIPv6, SocketAddress } from 'node:net';
import type { TrustedNetworks } from './trustedNetworks.ts';

/** Where a request seems to come from. */
export interface RequestSource {
  /** The other end of the connection; empty when that has already gone. */
  readonly socketAddress: string;
  /** `X-Forwarded-For`, as all such headers together, joined by commas. */
  readonly forwardedFor: string | undefined;
}

/**
 * The address of the caller. `X-Forwarded-For` is believed only where a trusted proxy sent the request: then it is the
 * last hop that isn't trusted. A hop that is no address ends the search, since nobody can say who is behind it: the
 * proxy that wrote it stands for its callers.
 */
export function clientAddress({ socketAddress, forwardedFor }: RequestSource, trusted: TrustedNetworks): string {
  let caller = plainAddress(socketAddress) ?? socketAddress;
  const hops = (forwardedFor ?? '').split(',');
  while (hops.length > 0 && trusted.has(caller)) {
    const hop = plainAddress(hops.pop() ?? '');
    if (hop === null) break;
    caller = hop;
  }
  return caller;
}

/** IPv4 as it is, IPv6 in its one short form without a zone; without brackets and port. Null for anything else. */
function plainAddress(text: string): string | null {
  const address = withoutPort(text.trim()).replace(/%[\w.-]+$/, '');
  if (isIP(address) === 4) return address;
  if (!isIPv6(address)) return null;
  const short = new SocketAddress({ address, family: 'ipv6' }).address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(short)?.[1] ?? short;
}

/** `[address]:port`, `[address]` and, for IPv4, `address:port`; some proxies write these. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  return bracketed !== undefined && isIPv6(bracketed)
    ? bracketed
    : text.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1');
}
