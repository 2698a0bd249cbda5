import type { Case, Urgency } from './case.ts';

const MINUTE = 60_000;

/** From how long before the start a meeting is near, and urgent, and for how long after it, in minutes. */
const SOON = 60;
const NOW = 10;
const RUNNING = 60;

/**
 * How urgent a case is by the start of the meeting. `running`: it began at most an hour ago; `now`: it begins within 10
 * minutes; `soon`: it begins within the hour. A case that is solved or closed is never urgent.
 */
export type CaseUrgency = 'running' | 'now' | 'soon' | 'none';

/** How urgent it is at that time. */
export function urgencyOf({ status, startsAt }: Case, at: Date): CaseUrgency {
  if (startsAt === null || status === 'solved' || status === 'closed') return 'none';
  const step = urgencyAt(startsAt, at);
  if (step === undefined || step === 'over') return 'none';
  return step === 'now' && at.getTime() >= Date.parse(startsAt) ? 'running' : step;
}

/** The step that a meeting is at; undefined while it isn't within the hour, and where nobody knows when it is. */
export function urgencyAt(startsAt: string | null, at: Date): Urgency | undefined {
  if (startsAt === null) return undefined;
  return STEPS.findLast(({ after }) => at.getTime() >= Date.parse(startsAt) + after)?.step;
}

/** The next step after the one that a case was last drawn for, and when it is due; null where none comes. */
export function urgencyDue({ startsAt, status, urgency }: Case): { readonly at: Date; readonly step: Urgency } | null {
  if (startsAt === null || status === 'solved' || status === 'closed') return null;
  const next = STEPS[STEPS.findIndex(({ step }) => step === urgency) + 1];
  return next === undefined ? null : { at: new Date(Date.parse(startsAt) + next.after), step: next.step };
}

/** In their order, each with the time after the start from which it is that, in milliseconds. */
const STEPS: readonly { readonly step: Urgency; readonly after: number }[] = [
  { step: 'soon', after: -SOON * MINUTE },
  { step: 'now', after: -NOW * MINUTE },
  { step: 'over', after: RUNNING * MINUTE + 1 },
];
