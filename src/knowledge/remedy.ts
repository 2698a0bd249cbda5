import { diagnose } from './diagnose.ts';
import { type Draft, type Outcome, stepKey } from './draft.ts';
import { type Guide, type Option, type Pack, type Step, UNKNOWN } from './pack.ts';

/**
 * How a step stands: `open` is to be shown, `done` has an outcome, `skipped` doesn't apply to this person,
 * `waiting` depends on a branch that is still open.
 */
export type StepState = 'open' | 'done' | 'skipped' | 'waiting';

/** A step of the remedy, in its place. */
export interface PlannedStep {
  readonly guide: Guide;
  readonly step: Step;
  readonly key: string;
  readonly state: StepState;
}

/** The way in without the fix, at its place among the guides. */
export interface PlannedWayIn {
  readonly wayIn: true;
  readonly state: 'open' | 'done';
}

/** Where in the fix a step stands, counting what this person will see. */
export interface Progress {
  readonly guide: number;
  readonly guides: number;
  readonly step: number;
  readonly steps: number;
}

/** The guide of that id. Packs are checked when loaded, so a missing one is a fault of the code. */
export function guideById(pack: Pack, id: string): Guide {
  const guide = pack.guides.find((each) => each.id === id);
  if (!guide) throw new RangeError(`pack ${pack.id} has no guide ${id}`);
  return guide;
}

/** Everything the person will be taken through: the guides of the diagnosis in order, and the way in, once. */
export function remedyOf(pack: Pack, draft: Draft): (PlannedStep | PlannedWayIn)[] {
  const { guides } = diagnose(pack, draft.answers, draft.symptom);
  const wayIn: PlannedWayIn = { wayIn: true, state: draft.wayIn ? 'done' : 'open' };
  const ids = guides.includes(pack.workaround.guide) ? guides : [...guides, pack.workaround.guide];
  return ids.flatMap<PlannedStep | PlannedWayIn>((id) =>
    id === pack.workaround.guide ? [wayIn] : stepsOf(guideById(pack, id), draft),
  );
}

/** The steps of one guide with their states. */
export function stepsOf(guide: Guide, draft: Draft): PlannedStep[] {
  return guide.steps.map((step) => {
    const key = stepKey(guide, step);
    return { guide, step, key, state: stateOf(guide, step, draft) };
  });
}

/** Steps of the list view that this person may see: all but those that don't apply. */
export function listedSteps(guide: Guide, draft: Draft): PlannedStep[] {
  return stepsOf(guide, draft).filter((each) => each.state !== 'skipped');
}

/** Counts the guides and steps that this person will see; an open branch counts as its longest way. */
export function progressAt(pack: Pack, draft: Draft, at: PlannedStep): Progress {
  const steps = remedyOf(pack, draft).filter((each) => 'step' in each);
  const seen = steps.filter((each) => each.state !== 'skipped');
  const guides = [...new Set(seen.map((each) => each.guide.id))];
  const mine = seen.filter((each) => each.guide.id === at.guide.id);
  const sure = mine.filter((each) => each.state !== 'waiting');
  return {
    guide: guides.indexOf(at.guide.id) + 1,
    guides: guides.length,
    step: sure.findIndex((each) => each.key === at.key) + 1,
    steps: sure.length + longestWay(mine),
  };
}

/** A person's word on a step, or undefined while it still has to be shown. */
export function outcomeOf(draft: Draft, key: string, step: Step): Outcome | undefined {
  const outcome = draft.outcomes[key];
  const nowTheirs = outcome === 'left' && step.audience === 'admin' && draft.audience === 'admin';
  return nowTheirs ? undefined : outcome;
}

/** Whether a step is for another kind of device than the person's. */
export function isForAnotherPlatform(step: Step, draft: Draft): boolean {
  return draft.platform === 'other' && step.platforms.length > 0 && !step.platforms.some((each) => each !== 'windows');
}

/** The answer that a step depends on, and the step that asks for it; null for a step without a condition. */
export function conditionOf(guide: Guide, step: Step): { readonly decider: Step; readonly option: Option } | null {
  const decider = guide.steps.find(({ id }) => id === step.condition?.step);
  const option = decider?.branch?.options.find(({ id }) => id === step.condition?.is);
  return decider && option ? { decider, option } : null;
}

function stateOf(guide: Guide, step: Step, draft: Draft): StepState {
  const key = stepKey(guide, step);
  if (isForAnotherPlatform(step, draft)) return 'skipped';
  const condition = conditionState(guide, step, draft);
  if (condition !== 'met') return condition;
  const answered = step.branch ? draft.branches[key] : undefined;
  return answered || outcomeOf(draft, key, step) ? 'done' : 'open';
}

function conditionState(guide: Guide, step: Step, draft: Draft): 'met' | 'skipped' | 'waiting' {
  const condition = conditionOf(guide, step);
  if (!condition) return 'met';
  if (isForAnotherPlatform(condition.decider, draft)) return 'skipped';
  const chosen = draft.branches[stepKey(guide, condition.decider)];
  if (chosen === undefined) return 'waiting';
  return chosen === condition.option.id || chosen === UNKNOWN ? 'met' : 'skipped';
}

function longestWay(steps: readonly PlannedStep[]): number {
  const ways = new Map<string, Map<string, number>>();
  for (const { step, state } of steps) {
    if (state !== 'waiting' || !step.condition) continue;
    const options = ways.get(step.condition.step) ?? new Map<string, number>();
    options.set(step.condition.is, (options.get(step.condition.is) ?? 0) + 1);
    ways.set(step.condition.step, options);
  }
  return [...ways.values()].reduce((sum, options) => sum + Math.max(...options.values()), 0);
}
