import { addressKey } from '../channels/addressKey.ts';
import type { Limits } from './limits.ts';

/** Room for answers that are read while they are sent. */
export interface StreamRoom {
  /** Takes room for one: what gives it back, or null where there is none for this address. */
  take(address: string): (() => void) | null;
}

/** Room for as many as the limits say, all in all and for each address: one piece of each is in memory. */
export function createStreamRoom(limits: Pick<Limits, 'streams' | 'streamsPerAddress'>): StreamRoom {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    take(address) {
      const key = addressKey(address);
      const count = counts.get(key) ?? 0;
      if (all >= limits.streams || count >= limits.streamsPerAddress) return null;
      all += 1;
      counts.set(key, count + 1);
      return () => {
        all -= 1;
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
    },
  };
}
