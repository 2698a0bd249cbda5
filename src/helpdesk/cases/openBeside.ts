import type { Case } from './case.ts';
import type { CaseStore } from './caseStore.ts';

/**
 * What a case can't be opened again beside: another open one of its conversation, where there is one. One at a time, so
 * that it is always clear whom a message is for.
 */
export async function openBeside(
  cases: Pick<CaseStore, 'openIn'>,
  { id, requester }: Pick<Case, 'id' | 'requester'>,
): Promise<Case | null> {
  const open = await cases.openIn(requester.conversation);
  return open?.id === id ? null : open;
}
