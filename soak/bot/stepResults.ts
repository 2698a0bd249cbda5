import { STEPS, type Step } from './childSettings.ts';
import type { StepCounts } from './startBot.ts';

/** How often each named place was reached and ended at, for a run’s counts; and a flaw for each that never was. */
export function stepResults({ hit, ended }: StepCounts, mustEnd: boolean, steps: readonly Step[] = STEPS) {
  const counts = steps.flatMap((step) => [
    [`${step} reached`, hit.get(step) ?? 0],
    ...(mustEnd ? [[`${step} ended at`, ended.get(step) ?? 0]] : []),
  ]);
  const never = steps.filter((step) => !hit.has(step)).map((step) => `${step} was never reached`);
  const notEnded = steps.filter((step) => mustEnd && !ended.has(step)).map((step) => `nothing ended at ${step}`);
  return { counts: Object.fromEntries(counts) as Record<string, number>, flaws: [...never, ...notEnded] };
}
