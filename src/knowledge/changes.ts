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
  return { ...(draft.cancelled ? newDraft(pack) : without(draft, 'aside', 'below')), started: true };
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
  return {
    ...without(draft, 'changing', 'aside', 'below'),
    started: true,
    answers: { ...draft.answers, [question]: option },
  };
}

/** Names the symptom, or `none`. */
export function chooseSymptom(draft: Draft, symptom: string): Draft {
  return { ...without(draft, 'changing', 'aside', 'below'), started: true, symptom };
}

/** Asks a question (or `symptom`) again and keeps all other answers; the fix is decided anew after it. */
export function changeAnswer(draft: Draft, question: string): Draft {
  const kept = {
    ...without(draft, 'aside', 'below', 'wayIn', 'listing'),
    fixing: false,
    outcomes: notFixed(draft.outcomes),
  };
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
  return { ...without(draft, 'aside', 'below'), outcomes: { ...draft.outcomes, [key]: outcome } };
}

/**
 * Notes that nothing in this guide's list helped. What the person never was to do, or never saw how to do, is left to
 * the helpdesk; nothing is said of steps that depend on a question which wasn't answered.
 */
export function recordNoneHelped(draft: Draft, guide: Guide): Draft {
  const shown = listedSteps(guide, draft).filter(({ state }) => state !== 'done');
  const outcomes = Object.fromEntries(
    shown.map(({ key, step, state }): [string, Outcome] => {
      const isTheirs = step.audience === 'user' || draft.audience === 'admin';
      const isSeen = step.risk === 'none' || draft.confirmed.includes(key);
      return [key, isTheirs && isSeen && state === 'open' ? 'still-broken' : 'left'];
    }),
  );
  return {
    ...without(draft, 'listing'),
    outcomes: { ...draft.outcomes, ...outcomes },
    branches: decided(draft, guide),
    listed: [...new Set([...draft.listed, guide.id])],
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
  return { ...closeAside(draft), audience };
}

/** Says whether the computer runs Windows. */
export function setPlatform(draft: Draft, platform: Draft['platform']): Draft {
  return { ...draft, platform };
}

/** Notes whether the way in got them in. */
export function recordWayIn(draft: Draft, wayIn: 'got-in' | 'no-luck'): Draft {
  // Without a case there is nothing to go back to: the next thing is a person.
  const hasCase = draft.started && !draft.cancelled;
  if (wayIn === 'no-luck' && !hasCase) return { ...without(draft, 'below'), wayIn, aside: 'person' };
  // Who got in is done with the way to a person as well.
  return { ...(wayIn === 'got-in' ? without(draft, 'aside', 'below') : closeAside(draft)), wayIn };
}

/** Puts a card over the place where the person is; over the way to a person, so that it is there again behind it. */
export function openAside(draft: Draft, aside: Aside): Draft {
  if (aside === 'person') return { ...without(draft, 'below'), aside };
  return { ...draft, aside, ...(draft.aside === 'person' && { below: draft.aside }) };
}

/** Takes it away again. */
export function closeAside(draft: Draft): Draft {
  const { below } = draft;
  return { ...without(draft, 'aside', 'below'), ...(below && { aside: below }) };
}

/** Whoever changes an answer isn't done yet, whatever helped before. */
function notFixed(outcomes: Draft['outcomes']): Draft['outcomes'] {
  return Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'fixed'));
}

function decided(draft: Draft, guide: Guide): Draft['branches'] {
  const open = guide.steps.filter((step) => step.branch && draft.branches[stepKey(guide, step)] === undefined);
  return { ...draft.branches, ...Object.fromEntries(open.map((step) => [stepKey(guide, step), UNKNOWN])) };
}
