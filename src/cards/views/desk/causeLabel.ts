import type { CaseContext } from '../requests/caseContext.ts';

/** What a true cause is called: a category's label, or that it was none of them. Causes of another pack are shown by id. */
export function causeLabel({ pack, texts }: Pick<CaseContext, 'pack' | 'texts'>, cause: string): string {
  if (cause === 'other') return texts.desk.other;
  if (cause === 'self-solved') return texts.desk.stats.selfSolved;
  return pack.categories.find(({ id }) => id === cause)?.label ?? cause;
}
