import type { OpenSpan } from './deskHours.ts';

const DAY = 24 * 60;

/** How far ahead somebody looks for the next opening, or for the end of one, in days: a year, and what comes after it. */
const SIGHT = 400;

/** Some time without a break, by the clock on the wall, in minutes since 1970-01-01. */
export interface WallStretch {
  readonly from: number;
  /** Infinite where no end is in sight. */
  readonly to: number;
}

/** The spans of each week, and the days on which none begins, in days since 1970-01-01. */
export interface WallWeek {
  readonly spans: readonly OpenSpan[];
  readonly holidays: ReadonlySet<number>;
}

/**
 * The times at which somebody is there, in their order, from the first that begins on that day or later; those that
 * touch are one. Ends where the next is out of sight, and after one whose end is.
 */
export function* wallStretches(week: WallWeek, firstDay: number): Generator<WallStretch, void, undefined> {
  let current: WallStretch | null = null;
  let changedOn = firstDay;
  for (let day = firstDay; day - changedOn <= SIGHT; day++) {
    for (const opening of openingsOn(week, day)) {
      if (current !== null && opening.from <= current.to) {
        current = { from: current.from, to: Math.max(current.to, opening.to) };
        continue;
      }
      if (current !== null) yield current;
      current = opening;
      changedOn = day;
    }
    // Nothing that begins on a later day touches it any more.
    if (current !== null && current.to < (day + 1) * DAY) {
      yield current;
      current = null;
      changedOn = day;
    }
  }
  if (current !== null) yield { from: current.from, to: Number.POSITIVE_INFINITY };
}

function openingsOn({ spans, holidays }: WallWeek, day: number): readonly WallStretch[] {
  if (holidays.has(day)) return [];
  // 1970-01-01 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return spans
    .filter((span) => span.day === weekday)
    .map((span) => ({ from: day * DAY + span.from, to: day * DAY + span.to }))
    .sort((one, other) => one.from - other.from);
}
