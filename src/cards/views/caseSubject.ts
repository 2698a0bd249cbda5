import type { Case } from '../../helpdesk/cases/case.ts';
import { diagnose, NO_SYMPTOM, reconcile } from '../../knowledge/index.ts';
import { categoryLabels } from './categoryLabels.ts';
import type { ViewContext } from './viewContext.ts';

/** What a case is about, in a line: what the person sees; else what is most likely wrong; else what the pack is about. */
export function caseSubject(
  { pack, texts }: Pick<ViewContext, 'pack' | 'texts'>,
  current: Pick<Case, 'draft'>,
): string {
  const draft = reconcile(pack, current.draft);
  const symptom = pack.symptoms.find(({ id }) => id === draft.symptom && id !== NO_SYMPTOM);
  if (symptom) return symptom.title;
  const { categories, complete } = diagnose(pack, draft.answers, draft.symptom);
  const [likeliest] = categories;
  return complete && likeliest !== undefined ? categoryLabels({ pack, texts }, [likeliest]) : pack.title;
}
