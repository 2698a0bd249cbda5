import { setImmediate } from 'node:timers/promises';
import type { After } from '../../src/helpdesk/after.ts';

/** A clock that goes when it is told to. */
export interface ManualClock {
  readonly now: () => Date;
  readonly after: After;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  /** Moves on, running what is due on the way at its own moment. */
  advance(milliseconds: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Starts at the moment given. */
export function manualClock(start: Date): ManualClock {
  let time = start.getTime();
  const timers = new Set<Timer>();
  const dueBy = (end: number) => [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  // Everything below the ports is done in memory, and so is over before the next turn of the event loop.
  const settle = async (): Promise<void> => void (await setImmediate());

  return {
    now: () => new Date(time),
    after(milliseconds, run) {
      const timer = { at: time + Math.max(0, milliseconds), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    settle,
    async advance(milliseconds) {
      const end = time + milliseconds;
      await settle();
      for (let timer = dueBy(end); timer !== undefined; timer = dueBy(end)) {
        timers.delete(timer);
        time = Math.max(time, timer.at);
        timer.run();
        await settle();
      }
      time = end;
    },
  };
}
