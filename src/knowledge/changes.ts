import {
  type Aside,
  type Audience,
  type Draft,
  newDraft,
  type Outcome,
  omit,
  SYMPTOM,
  stepKey,
  without,
} from './draft.ts';
import { type Guide, type Pack, UNKNOWN } from './pack.ts';
import { listedSteps } from './remedy.ts';

/** Leaves the first card and begins to ask; a stopped case begins anew. */
export function start(pack: Pack, draft: Draft): Draft {
  return { ...(draft.cancelled ? newDraft(pack) : draft), started: true };
}

/** Forgets the case and begins to ask again. */
export function restart(pack: Pack): Draft {
  return { ...newDraft(pack), started: true };
}

/** Forgets the case and stops. */
export function cancel(pack: Pack): Draft {
  return { ...newDraft(pack), cancelled: true };
}

/** Gives a question its answer: an option's id, or `unknown`. */
export function answer(draft: Draft, question: string, option: string): Draft {
  return { ...without(draft, 'changing'), started: true, answers: { ...draft.answers, [question]: option } };
}

/** Names the symptom, or `none`. */
export function chooseSymptom(draft: Draft, symptom: string): Draft {
  return { ...without(draft, 'changing'), started: true, symptom };
}

/** Asks a question (or `symptom`) again and keeps all other answers; the fix is decided anew after it. */
export function changeAnswer(draft: Draft, question: string): Draft {
  const kept = { ...without(draft, 'aside', 'wayIn', 'listing'), fixing: false, outcomes: notFixed(draft.outcomes) };
  const was = question === SYMPTOM ? draft.symptom : draft.answers[question];
  if (was === undefined) return kept;
  const changing = { question, was };
  if (question === SYMPTOM) return { ...without(kept, 'symptom'), changing };
  return { ...kept, answers: omit(draft.answers, question), changing };
}

/** Goes from the diagnosis to the fix. */
export function beginFix(draft: Draft): Draft {
  return { ...draft, fixing: true };
}

/** Notes what came of a step. */
export function recordOutcome(draft: Draft, key: string, outcome: Outcome): Draft {
  return { ...without(draft, 'aside'), outcomes: { ...draft.outcomes, [key]: outcome } };
}

/** Notes that none of the steps still open in this guide helped. */
export function recordNoneHelped(draft: Draft, guide: Guide): Draft {
  const open = listedSteps(guide, draft).filter((each) => each.state !== 'done');
  const outcomes = Object.fromEntries(
    open.map(({ key, step }): [string, Outcome] => [
      key,
      step.audience === 'admin' && draft.audience === 'user' ? 'left' : 'still-broken',
    ]),
  );
  return {
    ...without(draft, 'listing'),
    outcomes: { ...draft.outcomes, ...outcomes },
    branches: decided(draft, guide),
  };
}

/** Chooses a way where a guide branches: an option's id, or `unknown`. */
export function chooseBranch(draft: Draft, key: string, option: string): Draft {
  return { ...draft, branches: { ...draft.branches, [key]: option } };
}

/** Shows a destructive step after its warning. */
export function confirmSteps(draft: Draft, keys: readonly string[]): Draft {
  return { ...draft, confirmed: [...new Set([...draft.confirmed, ...keys])] };
}

/** Shows a guide as one list. */
export function listGuide(draft: Draft, guide: string): Draft {
  return { ...draft, listing: guide };
}

/** Says who is being talked to. */
export function setAudience(draft: Draft, audience: Audience): Draft {
  return { ...without(draft, 'aside'), audience };
}

/** Says whether the computer runs Windows. */
export function setPlatform(draft: Draft, platform: Draft['platform']): Draft {
  return { ...draft, platform };
}

/** Notes whether the way in got them in. */
export function recordWayIn(draft: Draft, wayIn: 'got-in' | 'no-luck'): Draft {
  return { ...without(draft, 'aside'), wayIn };
}

/** Puts a card over the place where the person is. */
export function openAside(draft: Draft, aside: Aside): Draft {
  return { ...draft, aside };
}

/** Whoever changes an answer isn't done yet, whatever helped before. */
function notFixed(outcomes: Draft['outcomes']): Draft['outcomes'] {
  return Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'fixed'));
}

function decided(draft: Draft, guide: Guide): Draft['branches'] {
  const open = guide.steps.filter((step) => step.branch && draft.branches[stepKey(guide, step)] === undefined);
  return { ...draft.branches, ...Object.fromEntries(open.map((step) => [stepKey(guide, step), UNKNOWN])) };
}
