import type { AnswerPromise, DeskHours, OpenSpan } from './deskHours.ts';
import { type OpenStretch, type OpenWeek, openStretches } from './openStretches.ts';
import { wallClock } from './wallClock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The hours of a desk, as configured. */
export interface DeskHoursParts {
  readonly spans: readonly OpenSpan[] | 'always' | 'never' | 'unknown';
  /** IANA. */
  readonly zone: string;
  /**
   * Days such as 2026-12-25 on which no span begins. A shift over midnight belongs to the day that it begins on: one
   * that began the evening before goes on into a holiday, and one that would begin on it doesn't take place at all.
   */
  readonly holidays: readonly string[];
}

/**
 * Reckons with the hours of a desk, by the clock on its wall. On the day the clocks go forward, what begins or ends in
 * the hour that isn't there does so at the moment of the change; on the day they go back, at the first of the two.
 * Where nobody has said what the hours are, the desk counts as open, since somebody may well be there. What is
 * more than 400 days away is out of sight. Throws `config-invalid` for a zone that there isn't.
 */
export function createDeskHours({ spans, zone, holidays }: DeskHoursParts): DeskHours {
  const clock = wallClock(zone);
  if (typeof spans !== 'string') {
    return { zone, ...openWithin({ spans, clock, holidays: new Set(holidays.map(dayOf)) }) };
  }
  switch (spans) {
    case 'always':
      return { zone, ...alwaysOpen({ kind: 'open', until: null }) };
    case 'unknown':
      return { zone, ...alwaysOpen({ kind: 'unknown' }) };
    case 'never':
      return { zone, ...openWithin({ spans: [], clock, holidays: new Set() }) };
  }
}

/** In days since 1970-01-01. */
function dayOf(holiday: string): number {
  return Date.parse(`${holiday}T00:00:00Z`) / DAY;
}

function alwaysOpen(promise: AnswerPromise): Omit<DeskHours, 'zone'> {
  return {
    promise: () => promise,
    isOpen: () => true,
    afterOpenMinutes: (from, minutes) => new Date(from.getTime() + Math.max(0, minutes) * MINUTE),
  };
}

function openWithin(week: OpenWeek): Omit<DeskHours, 'zone'> {
  const nextFrom = (at: Date): OpenStretch | null => openStretches(week, at.getTime()).next().value ?? null;
  return {
    promise(at) {
      const next = nextFrom(at);
      if (next === null) return { kind: 'never' };
      if (next.from > at.getTime()) return { kind: 'closed', opensAt: new Date(next.from) };
      return { kind: 'open', until: Number.isFinite(next.to) ? new Date(next.to) : null };
    },
    isOpen(at) {
      const next = nextFrom(at);
      return next !== null && next.from <= at.getTime();
    },
    afterOpenMinutes(from, minutes) {
      let left = minutes * MINUTE;
      if (left <= 0) return from;
      for (const stretch of openStretches(week, from.getTime())) {
        const begin = Math.max(stretch.from, from.getTime());
        if (begin + left <= stretch.to) return new Date(begin + left);
        left -= stretch.to - begin;
      }
      return null;
    },
  };
}
