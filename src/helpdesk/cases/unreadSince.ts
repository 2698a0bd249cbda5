import type { Case, LastAnswer } from './case.ts';
import type { CaseChanges } from './deed.ts';

/**
 * Since when an answer waits to be read, however many came after it: when the first one was delivered since the person
 * was last seen. Null where none does. A question that is void needs no reading.
 */
export function unreadSince(last: LastAnswer | null): string | null {
  if (last === null || last.readAt !== null) return null;
  return last.unreadSince ?? (last.question === 'void' ? null : last.deliveredAt);
}

/** The desk begins the case again: whether they are in isn't asked any more. */
export function unasked({ lastAnswer }: Pick<Case, 'lastAnswer'>): CaseChanges {
  return lastAnswer?.question === 'open' ? { lastAnswer: { ...lastAnswer, question: 'void' } } : {};
}

/**
 * The mail that is under way is about nothing but a question that isn't asked any more. Where an answer has come since,
 * that one has two minutes of its own; but where the mail may have gone out, no other one does until they are back, so
 * it is sent again, for that answer.
 */
export function isMailMoot(
  { lastAnswer, mailing }: Pick<Case, 'lastAnswer' | 'mailing'>,
  { mayHaveGoneOut }: { readonly mayHaveGoneOut: boolean },
): boolean {
  if (!mailing || mailing.failed !== null || lastAnswer === null || lastAnswer.unreadSince) return false;
  return lastAnswer.question === 'void' || (mailing.entry !== lastAnswer.entry && !mayHaveGoneOut);
}

/** They are back, and have seen what came before the newest answer: another mail may go out one day. */
export function backFromAway({ lastAnswer }: Pick<Case, 'lastAnswer'>): CaseChanges {
  const waits = lastAnswer?.unreadSince ? { lastAnswer: { ...lastAnswer, unreadSince: null } } : {};
  return { ...waits, mailedAt: null, mailing: null };
}
