import type { Case } from '../../../helpdesk/cases/case.ts';
import { type Draft, type Pack, reconcile } from '../../../knowledge/index.ts';

/** The draft of a case as far as this pack knows what is in it. */
export function caseDraft(pack: Pack, { draft }: Pick<Case, 'draft'>): Draft {
  return reconcile(pack, draft);
}
