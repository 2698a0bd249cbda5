const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * How long to wait before trying again, in milliseconds: doubling from a second to half a minute, spread by up to a
 * quarter so that many pages don't come back in the same moment.
 * @param attempts how often it failed so far, from 1
 * @param random from 0 to 1
 */
export function backOff(attempts: number, random: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** (attempts - 1));
  return Math.round(longest * (0.75 + random / 4));
}
