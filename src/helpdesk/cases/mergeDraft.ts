import type { Draft, Outcome } from '../../knowledge/index.ts';
import type { Case } from './case.ts';
import type { CaseEvent } from './caseEntry.ts';
import { settledDraft } from './settledDraft.ts';

/** What the fix has come to meanwhile. */
export interface MergedDraft {
  readonly draft: Draft;
  /** What is new in it, in its order; empty where nothing is. */
  readonly events: readonly CaseEvent[];
  /** It was this that got them in. */
  readonly isSolved: boolean;
}

/**
 * Adds to a case what the person's draft knows by now. Nothing is lost by starting over: what the draft no longer says
 * stays known, but for what had helped, since whoever goes through it again isn't in.
 */
export function mergeDraft({ draft: known, isDiagnosed }: Case, said: Draft): MergedDraft {
  const isAnswered = said.started && !isDiagnosed;
  const answers = isAnswered ? { ...known.answers, ...given(said.answers) } : known.answers;
  const symptom = isAnswered ? (said.symptom ?? known.symptom) : known.symptom;
  const before = said.started ? withoutSuccess(known, said) : known;
  const steps = Object.entries(said.outcomes).filter(([step, outcome]) => before.outcomes[step] !== outcome);
  const wayIn = said.wayIn === before.wayIn ? undefined : said.wayIn;
  const isChanged = before !== known || symptom !== known.symptom || differ(answers, known.answers);
  const events: CaseEvent[] = [
    ...(isChanged ? [{ kind: 'answers-changed' } as const] : []),
    ...steps.map(([step, outcome]) => ({ kind: 'step', step, outcome }) as const),
    ...(wayIn ? [{ kind: 'way-in', outcome: wayIn } as const] : []),
  ];
  return {
    draft: {
      ...combined(before, said),
      answers,
      ...(symptom !== undefined && { symptom }),
      outcomes: { ...before.outcomes, ...said.outcomes },
    },
    events,
    isSolved: wayIn === 'got-in' || steps.some(([, outcome]) => outcome === 'fixed'),
  };
}

function combined(known: Draft, said: Draft): Draft {
  const { answers: _, symptom: __, ...rest } = settledDraft(said);
  const newest = said.started ? { ...known, ...rest } : known;
  return {
    ...newest,
    ...(said.wayIn && { wayIn: said.wayIn }),
    fixing: known.fixing || said.fixing,
    branches: { ...known.branches, ...said.branches },
    confirmed: [...new Set([...known.confirmed, ...said.confirmed])],
    listed: [...new Set([...known.listed, ...said.listed])],
  };
}

/** The draft without a success that the person has taken back; the same one where there is none. */
function withoutSuccess(known: Draft, said: Draft): Draft {
  const isKept = ([step, outcome]: [string, Outcome]) => outcome !== 'fixed' || said.outcomes[step] !== undefined;
  const outcomes = Object.entries(known.outcomes).filter(isKept);
  const isLeft = known.wayIn === 'got-in' && said.wayIn === undefined;
  if (outcomes.length === Object.keys(known.outcomes).length && !isLeft) return known;
  const { wayIn, ...rest } = known;
  return { ...rest, outcomes: Object.fromEntries(outcomes), ...(wayIn && !isLeft && { wayIn }) };
}

/** Those that were answered: a key can be there without an answer. */
function given(answers: Draft['answers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function differ(answers: Draft['answers'], others: Draft['answers']): boolean {
  return Object.entries(answers).some(([question, option]) => others[question] !== option);
}
