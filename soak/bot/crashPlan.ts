import { type Kill, STEPS, type Step } from './childSettings.ts';

/** How one life of a bot ends: after so many milliseconds, or earlier at a step. */
export interface LifePlan {
  readonly afterMs: number;
  readonly kill?: Kill;
}

/** What lives are like; default: those of a bot under load, without a desk. */
export interface PlanOptions {
  readonly steps?: readonly Step[];
  /** A step ends a life when it is reached for the so-manieth time at the latest. */
  readonly latestHit?: (step: Step) => number;
  /** How long a step is waited for at the most, in milliseconds. */
  readonly stepWithinMs?: number;
}

/** Longest life, in milliseconds: nobody’s burst of turns (src/turn/pace.ts) is used up by then. */
const LONGEST = 2_500;
const SHORTEST = 50;
/** A step is reached some tens of times in a life. */
const LATEST_HIT = 12;

/** Random moments beside each step once, at the least. */
const FEWEST_RANDOM = 3;

/** So many ends, half of them at random moments and half at steps, each step at least once; shuffled. */
export function crashPlan(
  ends: number,
  random: () => number,
  { steps = STEPS, latestHit = () => LATEST_HIT, stepWithinMs = LONGEST }: PlanOptions = {},
): readonly LifePlan[] {
  const { length } = steps;
  const plans = Array.from({ length: Math.max(ends, length + FEWEST_RANDOM) }, (_, at): LifePlan => {
    const isRandom = at >= length && (at - length) % (2 * length + 1) <= length;
    const step = steps[at % length];
    if (isRandom || step === undefined) return { afterMs: SHORTEST + random() * (LONGEST - SHORTEST) };
    return { afterMs: stepWithinMs, kill: { step, hit: 1 + Math.floor(random() * latestHit(step)) } };
  });
  return plans
    .map((plan) => ({ plan, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ plan }) => plan);
}
