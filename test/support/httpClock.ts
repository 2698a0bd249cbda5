import type { Every } from '../../src/channels/every.ts';

/** Time that passes only when a test says so. */
export interface HandClock {
  readonly now: () => Date;
  readonly every: Every;
  /** Lets so many milliseconds pass: what was to run in them has run. */
  pass(milliseconds: number): void;
  /** How many timers are running. */
  timers(): number;
  /** Resolves once no timer is running. */
  whenIdle(): Promise<void>;
}

interface Timer {
  readonly milliseconds: number;
  readonly run: () => void;
  due: number;
}

/** A clock that starts at noon on a day in 2026 and stands still. */
export function handClock(): HandClock {
  const timers = new Set<Timer>();
  let now = Date.UTC(2026, 0, 15, 12);
  let onIdle: (() => void)[] = [];

  function runDue(until: number): void {
    for (const timer of timers) {
      for (; timer.due <= until && timers.has(timer); timer.due += timer.milliseconds) timer.run();
    }
  }

  return {
    now: () => new Date(now),
    every(milliseconds, run) {
      const timer: Timer = { milliseconds, run, due: now + milliseconds };
      timers.add(timer);
      return () => {
        timers.delete(timer);
        if (timers.size > 0) return;
        for (const resolve of onIdle) resolve();
        onIdle = [];
      };
    },
    pass(milliseconds) {
      now += milliseconds;
      runDue(now);
    },
    timers: () => timers.size,
    whenIdle: () => new Promise((resolve) => (timers.size === 0 ? resolve() : onIdle.push(resolve))),
  };
}
