import type { After } from '../../src/helpdesk/after.ts';

/** A clock that goes when it is told to. */
export interface HandClock {
  readonly now: () => Date;
  readonly after: After;
  /** Moves on at once, as a machine does that was asleep, and then runs what is due by then. */
  advance(milliseconds: number): void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Starts at the moment given. */
export function createHandClock(start: Date): HandClock {
  let time = start.getTime();
  let timers = new Set<Timer>();

  return {
    now: () => new Date(time),
    after(milliseconds, run) {
      const timer = { at: time + Math.max(0, milliseconds), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(milliseconds) {
      time += milliseconds;
      const due = [...timers].filter(({ at }) => at <= time);
      timers = new Set([...timers].filter(({ at }) => at > time));
      for (const { run } of due) run();
    },
  };
}
