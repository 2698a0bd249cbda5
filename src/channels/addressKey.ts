import { isIPv6 } from 'node:net';

/**
 * What stands for one caller when callers are counted: an IPv4 address, or the first half of an IPv6 address,
 * since a single household is given all of the second half (RFC 6177).
 */
export function addressKey(address: string): string {
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (embedded !== undefined) return embedded;
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.split('::');
  const left = groups(before);
  const right = groups(after ?? '');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const all = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
