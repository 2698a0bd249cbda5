import { type Diagnosis, guideById, type Step, stepsOf } from '../../knowledge/index.ts';
import type { ViewContext } from './viewContext.ts';

/** What the pack says an admin should do next; nothing while every cause is still possible. */
export function stepsForAdmin(
  { pack, draft }: Pick<ViewContext, 'pack' | 'draft'>,
  { guides, complete }: Pick<Diagnosis, 'guides' | 'complete'>,
): Step[] {
  if (!complete && !draft.fixing) return [];
  return guides
    .flatMap((id) => stepsOf(guideById(pack, id), draft))
    .filter(({ step, state, key }) => step.audience === 'admin' && state !== 'skipped' && !isTried(draft.outcomes[key]))
    .map(({ step }) => step);
}

function isTried(outcome: string | undefined): boolean {
  return outcome !== undefined && outcome !== 'left';
}
