import type { WallClock } from './wallClock.ts';
import { type WallStretch, type WallWeek, wallStretches } from './wallStretches.ts';

/** Some time without a break; `to` is infinite where no end is in sight. Instants in milliseconds. */
export interface OpenStretch {
  readonly from: number;
  readonly to: number;
}

/** When a desk is open. */
export interface OpenWeek extends WallWeek {
  readonly clock: WallClock;
}

/** A span ends on the day after the one it begins on, at the latest; and where clocks skip a day, that is one more. */
const LOOK_BACK = 2;

/** The times at which a desk is open, in their order, from the one that isn't over at `after`; those that touch are one. */
export function* openStretches(week: OpenWeek, after: number): Generator<OpenStretch, void, undefined> {
  let current: OpenStretch | null = null;
  for (const stretch of wallStretches(week, week.clock.dayAt(after) - LOOK_BACK)) {
    const next = onTheClock(stretch, week.clock);
    // What lies wholly in an hour that isn't there takes no time.
    if (next.to <= after || next.from === next.to) continue;
    // Two that are apart on the wall can touch where the clock jumps over what is between them.
    if (current !== null && next.from <= current.to) {
      current = { from: current.from, to: next.to };
      continue;
    }
    if (current !== null) yield current;
    current = next;
  }
  if (current !== null) yield current;
}

function onTheClock({ from, to }: WallStretch, { instantOf }: WallClock): OpenStretch {
  return { from: instantOf(from), to: Number.isFinite(to) ? instantOf(to) : to };
}
