import { contradictionIn } from './classify.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { type Draft, stepKey } from './draft.ts';
import type { Contradiction, Guide, Pack, Question } from './pack.ts';
import { type PlannedStep, type Progress, progressAt, remedyOf } from './remedy.ts';

/** Where a person is in their case: the one thing to show next. It follows from the draft alone. */
export type Position =
  | { readonly at: 'hello' }
  | { readonly at: 'cancelled' }
  | { readonly at: 'question'; readonly question: Question; readonly number: number; readonly of: number }
  | { readonly at: 'contradiction'; readonly contradiction: Contradiction }
  | { readonly at: 'symptom'; readonly number: number; readonly of: number }
  | { readonly at: 'diagnosis'; readonly diagnosis: Diagnosis }
  | { readonly at: 'change' }
  | { readonly at: 'warning'; readonly planned: PlannedStep; readonly progress: Progress }
  | { readonly at: 'branch'; readonly planned: PlannedStep; readonly progress: Progress }
  | { readonly at: 'admin-step'; readonly planned: PlannedStep; readonly progress: Progress }
  | { readonly at: 'step'; readonly planned: PlannedStep; readonly progress: Progress }
  | { readonly at: 'list'; readonly guide: Guide; readonly progress: Progress }
  /** `asked` when the person asked for it; else it is the last thing left to try. */
  | { readonly at: 'way-in'; readonly asked: boolean }
  /** `by` is the step that did it, or null where the way in did. */
  | { readonly at: 'fixed'; readonly by: string | null }
  /** `asked` when the person asked for a person; else nothing is left to try. */
  | { readonly at: 'person'; readonly asked: boolean }
  | { readonly at: 'help' };

/** A draft never changes, and a turn asks for its position at every step of a dialog. */
const decided = new WeakMap<Pack, WeakMap<Draft, Position>>();

/** Decides where a person is. */
export function positionOf(pack: Pack, draft: Draft): Position {
  const known = decided.get(pack) ?? new WeakMap<Draft, Position>();
  decided.set(pack, known);
  const position = known.get(draft) ?? decide(pack, draft);
  known.set(draft, position);
  return position;
}

function decide(pack: Pack, draft: Draft): Position {
  if (!draft.aside) return mainPosition(pack, draft);
  switch (draft.aside) {
    case 'help':
    case 'change':
      return { at: draft.aside };
    case 'way-in':
    case 'person':
      return { at: draft.aside, asked: true };
  }
}

/** The first question without an answer, or null when all are answered. */
export function nextQuestion(pack: Pack, draft: Draft): Question | null {
  return pack.questions.find((question) => draft.answers[question.id] === undefined) ?? null;
}

function mainPosition(pack: Pack, draft: Draft): Position {
  if (draft.wayIn === 'got-in') return { at: 'fixed', by: null };
  if (draft.cancelled) return { at: 'cancelled' };
  if (!draft.started) return { at: 'hello' };
  return scopingPosition(pack, draft) ?? remedyPosition(pack, draft);
}

function scopingPosition(pack: Pack, draft: Draft): Position | null {
  const of = pack.questions.length + 1;
  const contradiction = contradictionIn(pack, draft.answers);
  if (contradiction) return { at: 'contradiction', contradiction };
  const question = nextQuestion(pack, draft);
  if (question) return { at: 'question', question, number: pack.questions.indexOf(question) + 1, of };
  if (draft.symptom === undefined) return { at: 'symptom', number: of, of };
  return null;
}

function remedyPosition(pack: Pack, draft: Draft): Position {
  const fixed = Object.entries(draft.outcomes).find(([, outcome]) => outcome === 'fixed');
  if (fixed) return { at: 'fixed', by: fixed[0] };
  if (!draft.fixing) return { at: 'diagnosis', diagnosis: diagnose(pack, draft.answers, draft.symptom) };
  const next = remedyOf(pack, draft).find((each) => each.state === 'open');
  if (!next) return { at: 'person', asked: false };
  if ('wayIn' in next) return { at: 'way-in', asked: false };
  return stepPosition(pack, draft, next);
}

function stepPosition(pack: Pack, draft: Draft, planned: PlannedStep): Position {
  const progress = progressAt(pack, draft, planned);
  const { guide, step } = planned;
  if (draft.audience === 'helper' || draft.listing === guide.id) return { at: 'list', guide, progress };
  if (step.audience === 'admin' && draft.audience !== 'admin') return { at: 'admin-step', planned, progress };
  if (step.risk === 'destructive' && !draft.confirmed.includes(stepKey(guide, step))) {
    return { at: 'warning', planned, progress };
  }
  return { at: step.branch ? 'branch' : 'step', planned, progress };
}
