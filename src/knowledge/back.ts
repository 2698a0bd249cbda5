import { answer, chooseSymptom, closeAside, setPlatform } from './changes.ts';
import { contradictionIn } from './classify.ts';
import { type Draft, omit, SYMPTOM, stepKey, without } from './draft.ts';
import type { Guide, Pack } from './pack.ts';
import { positionOf } from './position.ts';
import { isForAnotherPlatform, remedyOf } from './remedy.ts';

/** Undoes the last decision, in the order in which decisions are asked for. The first card has nothing behind it. */
export function back(pack: Pack, draft: Draft): Draft {
  if (draft.aside) return closeAside(draft);
  if (draft.changing) return undoChange(draft, draft.changing);
  const position = positionOf(pack, draft);
  switch (position.at) {
    case 'hello':
    case 'cancelled':
    case 'help':
    case 'change':
      return draft;
    case 'question':
    case 'contradiction':
    case 'symptom':
      return withoutLastAnswer(pack, draft);
    case 'diagnosis':
      return without(draft, 'symptom');
    case 'fixed':
      return position.by === null ? without(draft, 'wayIn') : { ...draft, outcomes: omit(draft.outcomes, position.by) };
    case 'warning':
    case 'branch':
    case 'admin-step':
    case 'step':
    case 'list':
    case 'way-in':
    case 'person':
      return undoStep(pack, draft);
  }
}

function undoChange(draft: Draft, { question, was }: NonNullable<Draft['changing']>): Draft {
  return question === SYMPTOM ? chooseSymptom(draft, was) : answer(draft, question, was);
}

function withoutLastAnswer(pack: Pack, draft: Draft): Draft {
  const contradiction = contradictionIn(pack, draft.answers);
  const given = pack.questions.filter(({ id }) =>
    contradiction ? id in contradiction.when : draft.answers[id] !== undefined,
  );
  const last = given.at(-1);
  if (!last) return { ...draft, started: false };
  return { ...draft, answers: omit(draft.answers, last.id) };
}

function undoStep(pack: Pack, draft: Draft): Draft {
  const current = positionOf(pack, draft);
  if (current.at === 'list' && draft.audience !== 'helper') return without(draft, 'listing');
  if (current.at === 'step' && current.planned.step.risk === 'destructive') {
    return { ...draft, confirmed: draft.confirmed.filter((key) => key !== current.planned.key) };
  }
  const remedy = remedyOf(pack, draft);
  const open = remedy.findIndex((each) => each.state === 'open');
  const before = (open < 0 ? remedy : remedy.slice(0, open)).reverse();
  const last = before.find(
    (each) => each.state === 'done' || ('step' in each && isForAnotherPlatform(each.step, draft)),
  );
  if (!last) return { ...draft, fixing: false };
  if ('wayIn' in last) return without(draft, 'wayIn');
  if (last.state === 'skipped') return setPlatform(draft, 'windows');
  return forgetStep(draft, last.guide, last.key);
}

/** A list was answered as a whole, so it is forgotten as a whole, and shown again. */
function forgetStep(draft: Draft, guide: Guide, key: string): Draft {
  const asList = draft.listed.includes(guide.id);
  const keys = asList ? guide.steps.map((step) => stepKey(guide, step)) : [key];
  return {
    ...draft,
    outcomes: omit(draft.outcomes, ...keys),
    branches: omit(draft.branches, ...keys),
    listed: draft.listed.filter((id) => id !== guide.id),
    ...(asList && draft.audience !== 'helper' ? { listing: guide.id } : {}),
  };
}
