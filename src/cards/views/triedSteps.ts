import { outcomeOf, stepsOf } from '../../knowledge/index.ts';
import type { ViewContext } from './viewContext.ts';

/** Each step that was tried with what came of it, and the way in; a line each. What is left to an admin isn't among them. */
export function triedSteps({ pack, draft, texts }: Pick<ViewContext, 'pack' | 'draft' | 'texts'>): string[] {
  const planned = pack.guides.flatMap((guide) => stepsOf(guide, draft));
  const steps = planned.flatMap(({ key, step }) => {
    const outcome = outcomeOf(draft, key, step);
    const isAdmins = step.audience === 'admin' && outcome === 'left';
    return outcome && !isAdmins ? [`${step.title}: ${texts.summary.outcomes[outcome]}`] : [];
  });
  return draft.wayIn ? [...steps, texts.summary.wayIn[draft.wayIn]] : steps;
}
