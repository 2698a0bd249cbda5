import type { LastAnswer } from './case.ts';
import type { Deed } from './deed.ts';
import { unreadSince } from './unreadSince.ts';

/** That something goes to the person now; `entry`: the id of its entry. What waited before it goes on waiting to be read. */
export function newAnswer({ current, now }: Deed, entry: string): LastAnswer {
  const since = unreadSince(current.lastAnswer);
  const waits = since === null ? {} : { unreadSince: since };
  return { entry, at: now, deliveredAt: null, failed: null, readAt: null, ...waits };
}
