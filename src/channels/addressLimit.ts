import { createTokenBuckets, type Rate } from '../tokenBuckets.ts';
import { addressKey } from './addressKey.ts';

/**
 * What one address may ask: an office of 200 people behind one address who all come at once after an outage, and then
 * each tap every few seconds, but no program that asks all the time.
 */
const OF_ADDRESS: Rate = { burst: 240, perSecond: 40 };

/** Counts requests by where they come from, in the memory of this process. */
export interface AddressLimit {
  /** Takes one for this address: 0 when it may, else the whole seconds to wait. */
  take(address: string): number;
}

/** Allows each address 240 requests at once and 40 a second after that. */
export function createAddressLimit(clock: () => Date): AddressLimit {
  const buckets = createTokenBuckets(OF_ADDRESS);
  return {
    take(address) {
      const token = buckets.take(addressKey(address), clock().getTime());
      return token.kind === 'taken' ? 0 : Math.ceil(token.waitMs / 1000);
    },
  };
}
