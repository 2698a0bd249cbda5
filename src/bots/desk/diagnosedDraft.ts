import type { CaseAction } from '../../cards/caseActions.ts';
import { type Draft, type Pack, reconcile, SYMPTOM, without } from '../../knowledge/index.ts';

/** What the fields of the desk's questions are called. */
const FIELD = /^q-/;

/** A draft with the answers that an agent has given in the person's place; what the pack doesn't know is left out. */
export function diagnosedDraft(
  pack: Pack,
  draft: Draft,
  { verb: _, case: __, ...fields }: Extract<CaseAction, { verb: 'desk-diagnose' }>,
): Draft {
  const given = Object.entries(fields).flatMap(([field, value]): [string, string][] =>
    FIELD.test(field) && value !== '' ? [[field.replace(FIELD, ''), value]] : [],
  );
  const { [SYMPTOM]: symptom = draft.symptom, ...answers } = Object.fromEntries(given);
  const kept = without(draft, 'changing', 'aside', 'cancelled', 'symptom');
  const next = { ...kept, started: true, answers: { ...draft.answers, ...answers }, ...(symptom && { symptom }) };
  return reconcile(pack, next);
}
