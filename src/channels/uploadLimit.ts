import { addressKey } from './addressKey.ts';
import { minuteLimit } from './minuteLimit.ts';

/** In a minute: more screenshots than anybody takes in it; and of an office behind one address. */
const PER_SESSION = 10;
const PER_ADDRESS = 60;
/** At once: the next one while the last still is on its way. */
const AT_ONCE = 2;
/** At once for all sessions together, which keeps the memory that they take under 50 MB. */
const OVERALL = 200;
/** In seconds: how soon there may be room. */
const ROOM_AFTER = 5;

/** Room for a file on its way in, to be given back; or the whole seconds to wait. */
export type UploadRoom =
  | { readonly kind: 'room'; readonly giveBack: () => void }
  | { readonly kind: 'none'; readonly wait: number };

/** Counts files on their way in, in the memory of this process. */
export interface UploadLimit {
  /** Takes room for one. */
  take(session: string, address: string): UploadRoom;
}

/** Allows 10 files a minute to a session, 60 to an address, and two at once to a session. */
export function uploadLimit(clock: () => Date): UploadLimit {
  const sessions = minuteLimit(PER_SESSION, clock);
  const addresses = minuteLimit(PER_ADDRESS, clock);
  const underWay = new Map<string, number>();
  let all = 0;

  const add = (session: string, count: number): void => {
    all += count;
    const left = (underWay.get(session) ?? 0) + count;
    if (left > 0) underWay.set(session, left);
    else underWay.delete(session);
  };
  return {
    take(session, address) {
      if (all >= OVERALL || (underWay.get(session) ?? 0) >= AT_ONCE) return { kind: 'none', wait: ROOM_AFTER };
      const wait = sessions.take(session) || addresses.take(addressKey(address));
      if (wait > 0) return { kind: 'none', wait };
      add(session, 1);
      return { kind: 'room', giveBack: () => add(session, -1) };
    },
  };
}
