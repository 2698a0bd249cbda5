import type { LastAnswer } from './case.ts';

/**
 * Since when an answer waits to be read, however many came after it: when the first one was delivered since the person
 * was last seen. Null where none does.
 */
export function unreadSince(last: LastAnswer | null): string | null {
  return last === null || last.readAt !== null ? null : (last.unreadSince ?? last.deliveredAt);
}
