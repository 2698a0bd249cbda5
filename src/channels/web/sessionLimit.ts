import { addressKey } from '../addressKey.ts';
import { minuteLimit } from '../minuteLimit.ts';

/** How many sessions one address may open in a minute: an office behind one address, not a program. */
const PER_MINUTE = 30;

/** Counts new sessions. */
export interface SessionLimit {
  /** Takes one for this address: 0 when it may, else the seconds to wait. */
  take(address: string): number;
}

/** Allows 30 new sessions to each address in any minute. Keeps only addresses that opened one in the last two. */
export function sessionLimit(clock: () => Date): SessionLimit {
  const limit = minuteLimit(PER_MINUTE, clock);
  return { take: (address) => limit.take(addressKey(address)) };
}
