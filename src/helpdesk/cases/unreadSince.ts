import type { Case, LastAnswer } from './case.ts';
import type { CaseChanges } from './deed.ts';

/**
 * Since when an answer waits to be read, however many came after it: when the first one was delivered since the person
 * was last seen. Null where none does.
 */
export function unreadSince(last: LastAnswer | null): string | null {
  return last === null || last.readAt !== null ? null : (last.unreadSince ?? last.deliveredAt);
}

/** They are back, and have seen what came before the newest answer: another mail may go out one day. */
export function backFromAway({ lastAnswer }: Pick<Case, 'lastAnswer'>): CaseChanges {
  const waits = lastAnswer?.unreadSince ? { lastAnswer: { ...lastAnswer, unreadSince: null } } : {};
  return { ...waits, mailedAt: null, mailing: null };
}
