import { type Draft, newDraft, type Outcome, stepKey } from './draft.ts';
import { NO_SYMPTOM, type Pack, UNKNOWN } from './pack.ts';

/**
 * A stored draft as this pack can go on with it: what the pack no longer knows is asked again,
 * everything else is kept. A draft of another pack begins anew.
 */
export function reconcile(pack: Pack, stored: Draft): Draft {
  if (stored.pack !== pack.id) return newDraft(pack);
  if (stored.version === pack.version) return stored;
  const { symptom, changing: _, ...kept } = stored;
  const steps = new Map(
    pack.guides.flatMap((guide) => guide.steps.map((step) => [stepKey(guide, step), step] as const)),
  );
  const isKnownSymptom = symptom === NO_SYMPTOM || pack.symptoms.some((each) => each.id === symptom);
  return {
    ...kept,
    ...(symptom !== undefined && isKnownSymptom ? { symptom } : {}),
    version: pack.version,
    answers: Object.fromEntries(
      pack.questions.flatMap(({ id, options }) => {
        const answer = stored.answers[id];
        return answer === UNKNOWN || options.some((option) => option.id === answer) ? [[id, answer]] : [];
      }),
    ),
    outcomes: Object.fromEntries(
      Object.entries(stored.outcomes).filter((entry): entry is [string, Outcome] => steps.has(entry[0])),
    ),
    branches: Object.fromEntries(
      Object.entries(stored.branches).filter(([key, option]) => {
        const branch = steps.get(key)?.branch;
        return branch && (option === UNKNOWN || branch.options.some((each) => each.id === option));
      }),
    ),
    confirmed: stored.confirmed.filter((key) => steps.has(key)),
    listed: stored.listed.filter((id) => pack.guides.some((guide) => guide.id === id)),
  };
}
