import { type Draft, newDraft, type Outcome, SYMPTOM, stepKey } from './draft.ts';
import { NO_SYMPTOM, type Pack, type Step, UNKNOWN } from './pack.ts';
import { readOutcome, readStoredDraft, type StoredDraft } from './storedDraft.ts';

/**
 * A stored draft as this version of the program and of the pack can go on with it: what they don't know is asked again,
 * everything else is kept. A draft of another pack begins anew. Never throws, whatever was stored.
 */
export function reconcile(pack: Pack, value: unknown): Draft {
  const stored = readStoredDraft(value);
  if (stored?.pack !== pack.id) return newDraft(pack);
  const steps = stepsByKey(pack);
  const isGuide = (id: unknown): id is string => pack.guides.some((guide) => guide.id === id);
  const answers = knownAnswers(pack, stored);
  return {
    pack: pack.id,
    version: pack.version,
    started: stored.started ?? Object.keys(answers).length > 0,
    ...(stored.cancelled ? { cancelled: true } : {}),
    audience: stored.audience,
    platform: stored.platform,
    answers,
    ...changing(pack, stored),
    ...(isSymptom(pack, stored.symptom) ? { symptom: stored.symptom } : {}),
    fixing: stored.fixing,
    ...(isGuide(stored.listing) ? { listing: stored.listing } : {}),
    listed: stored.listed.filter(isGuide),
    outcomes: knownOutcomes(steps, stored),
    branches: knownBranches(steps, stored),
    confirmed: stored.confirmed.filter((key): key is string => typeof key === 'string' && steps.has(key)),
    ...(stored.wayIn ? { wayIn: stored.wayIn } : {}),
    ...(stored.aside ? { aside: stored.aside } : {}),
    ...(stored.below && stored.aside && stored.aside !== 'person' ? { below: stored.below } : {}),
  };
}

type StepsByKey = ReadonlyMap<string, Step>;

function stepsByKey(pack: Pack): StepsByKey {
  return new Map(pack.guides.flatMap((guide) => guide.steps.map((step) => [stepKey(guide, step), step] as const)));
}

function knownAnswers(pack: Pack, { answers }: StoredDraft): Record<string, string> {
  const known = pack.questions.flatMap(({ id }): [string, string][] => {
    const answer = answers[id];
    return isAnswer(pack, id, answer) ? [[id, answer]] : [];
  });
  return Object.fromEntries(known);
}

function isAnswer(pack: Pack, question: string, answer: unknown): answer is string {
  const options = pack.questions.find(({ id }) => id === question)?.options ?? [];
  return options.length > 0 && (answer === UNKNOWN || options.some(({ id }) => id === answer));
}

function isSymptom(pack: Pack, symptom: unknown): symptom is string {
  return symptom === NO_SYMPTOM || pack.symptoms.some(({ id }) => id === symptom);
}

function changing(pack: Pack, { changing: stored }: StoredDraft): Pick<Draft, 'changing'> {
  if (!stored) return {};
  const { question, was } = stored;
  const isKnown = question === SYMPTOM ? isSymptom(pack, was) : isAnswer(pack, question, was);
  return isKnown ? { changing: { question, was } } : {};
}

function knownOutcomes(steps: StepsByKey, { outcomes }: StoredDraft): Record<string, Outcome> {
  const known = Object.entries(outcomes).flatMap(([key, value]): [string, Outcome][] => {
    const outcome = steps.has(key) ? readOutcome(value) : null;
    return outcome ? [[key, outcome]] : [];
  });
  return Object.fromEntries(known);
}

function knownBranches(steps: StepsByKey, { branches }: StoredDraft): Record<string, string> {
  const known = Object.entries(branches).flatMap(([key, option]): [string, string][] => {
    const branch = steps.get(key)?.branch;
    const isKnown = branch && (option === UNKNOWN || branch.options.some(({ id }) => id === option));
    return isKnown && typeof option === 'string' ? [[key, option]] : [];
  });
  return Object.fromEntries(known);
}
