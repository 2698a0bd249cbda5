import type { Case } from './case.ts';
import type { DeskRules } from './deskRules.ts';
import { firstDue } from './firstDue.ts';

/** The time from which `tick` does something to the case; null when it never will. It can have passed. */
export function nextDue(current: Case, rules: DeskRules): Date | null {
  return firstDue(current, rules)?.at ?? null;
}
