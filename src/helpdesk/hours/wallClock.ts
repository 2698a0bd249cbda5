import { DateTime, IANAZone } from 'luxon';
import { AppError } from '../../errors.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The clocks on the walls of one zone. */
export interface WallClock {
  /** The day it is there at an instant, in days since 1970-01-01. */
  dayAt(instant: number): number;
  /**
   * The first instant at which the clock shows so many minutes since 1970-01-01, or more: what isn’t there on the day
   * the clocks go forward is the moment at which they do, and of what is there twice it is the first. In milliseconds,
   * as are all instants.
   */
  instantOf(minutes: number): number;
}

/** Throws `config-invalid` for a zone that there isn’t. */
export function wallClock(name: string): WallClock {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new AppError('config-invalid', 'there is no such time zone');
  const offsetAt = (instant: number): number => zone.offset(instant) * MINUTE;
  return {
    dayAt(instant) {
      const { year, month, day } = DateTime.fromMillis(instant, { zone });
      return Date.UTC(year, month - 1, day) / DAY;
    },
    instantOf(minutes) {
      const shown = minutes * MINUTE;
      // Clocks are at most 14 hours ahead and 12 behind: so one is surely before any change near by, one after it.
      const [before, after] = [offsetAt(shown - 26 * HOUR), offsetAt(shown + 26 * HOUR)];
      const earlier = shown - before;
      if (offsetAt(earlier) === before) return earlier;
      const later = shown - after;
      return offsetAt(later) === after ? later : changeBetween(later, earlier, offsetAt);
    },
  };
}

/** The first instant after `from` with another offset than there; `to` has it. */
function changeBetween(from: number, to: number, offsetAt: (instant: number) => number): number {
  const offset = offsetAt(from);
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}
