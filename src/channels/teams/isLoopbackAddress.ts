import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
// How a socket that listens on IPv6 names an IPv4 caller.
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/** Whether an IP address, as a socket gives it, is this machine's own. A name, or nothing, is not. */
export function isLoopbackAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
