import { type Kill, STEPS } from './childSettings.ts';

/** How one life of a bot ends: after so many milliseconds, or earlier at a step. */
export interface LifePlan {
  readonly afterMs: number;
  readonly kill?: Kill;
}

/** Longest life, in milliseconds: nobody’s burst of turns (src/turn/pace.ts) is used up by then. */
const LONGEST = 2_500;
const SHORTEST = 50;
/** A step is reached some tens of times in a life. */
const LATEST_HIT = 12;

/** The fewest: each step once, and some random moments. */
export const FEWEST_ENDS = STEPS.length + 3;

/** So many ends, half of them at random moments and half at steps, each step at least once; shuffled. */
export function crashPlan(ends: number, random: () => number): readonly LifePlan[] {
  const plans = Array.from({ length: Math.max(ends, FEWEST_ENDS) }, (_, at): LifePlan => {
    const isRandom = at >= STEPS.length && (at - STEPS.length) % 15 < 8;
    const step = STEPS[at % STEPS.length];
    if (isRandom || step === undefined) return { afterMs: SHORTEST + random() * (LONGEST - SHORTEST) };
    return { afterMs: LONGEST, kill: { step, hit: 1 + Math.floor(random() * LATEST_HIT) } };
  });
  return plans
    .map((plan) => ({ plan, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ plan }) => plan);
}
