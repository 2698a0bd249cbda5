/** Time that passes a little with each look at it, and otherwise when a test says so. */
export interface DeskClock {
  readonly now: () => Date;
  /** In milliseconds. */
  pass(milliseconds: number): void;
}

/** Monday, in the morning. */
const BEGIN = Date.parse('2026-01-05T09:00:00Z');

/**
 * By default a tenth of a second passes with each look: enough that nobody is ever too fast, and so little that no message
 * is taken for lost while it is being sent.
 */
export function deskClock(step = 100, begin = BEGIN): DeskClock {
  let time = begin;
  return {
    now() {
      time += step;
      return new Date(time);
    },
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}
