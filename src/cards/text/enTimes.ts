import type { Clock } from '../clock.ts';
import { knownZone } from '../knownZone.ts';

const DAY = 24 * 60 * 60_000;

/** How times are said. All are by the clock's zone, whose name is added where it isn't the reader's own. */
export const enTimes = {
  /** “14:02”. */
  time: (at: Date, clock: Clock): string => `${hands(at, clock)}${zoneNote(clock)}`,

  /** “today at 14:02”, “tomorrow at 9:00”, “on 5 January at 14:02”. */
  moment: (at: Date, clock: Clock): string => `${dayWord(at, clock)} at ${hands(at, clock)}${zoneNote(clock)}`,

  /** “tomorrow from 9:00”, “on Monday from 9:00”. */
  from: (at: Date, clock: Clock): string => `${dayWord(at, clock)} from ${hands(at, clock)}${zoneNote(clock)}`,

  /** “17:00”, “midnight”, “6:00 tomorrow”: the end of something that goes on now. */
  until: (at: Date, clock: Clock): string => {
    // Midnight is the end of a day rather than the beginning of the next.
    const lastDay = dayWord(new Date(at.getTime() - 1), clock);
    const end = hands(at, clock) === '0:00' ? 'midnight' : hands(at, clock);
    return `${end}${lastDay === 'today' ? '' : ` ${lastDay}`}${zoneNote(clock)}`;
  },

  /** “14:02” for today, else “5 Jan, 14:02”: for lists, where many times stand below each other. */
  stamp: (at: Date, clock: Clock): string => {
    const day = daysAway(at, clock) === 0 ? '' : `${worded(at, clock, { day: 'numeric', month: 'short' })}, `;
    return `${day}${hands(at, clock)}${zoneNote(clock)}`;
  },

  /** “today”, “tomorrow”, “on 5 January”, in a sentence that needs no “on”: “5 January”. */
  day: (at: Date, clock: Clock): string => dayWord(at, clock).replace(/^on /, ''),

  /** “9:00” as a field of a card holds it: “09:00”. */
  field: (at: Date, clock: Clock): string => hands(at, clock).padStart(5, '0'),

  /** “ (Berlin time)”, or nothing where the clock is the reader's own. */
  zoneNote,

  /** Whether both are on one day. */
  isToday: (at: Date, clock: Clock): boolean => daysAway(at, clock) === 0,
};

function hands(at: Date, { zone }: Clock): string {
  const { hour, minute } = partsOf(at, zone, { hour: 'numeric', minute: '2-digit' });
  return `${Number(hour)}:${minute}`;
}

/** A day of the week is clear for a week to come only: what is past is said by its date. */
function dayWord(at: Date, clock: Clock): string {
  const days = daysAway(at, clock);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (days > 1 && days < 7) return `on ${worded(at, clock, { weekday: 'long' })}`;
  const isThisYear = yearOf(at, clock.zone) === yearOf(clock.now, clock.zone);
  return `on ${worded(at, clock, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })}`;
}

/** Days counted from today: 1 is tomorrow. Counted by dates, since not every day has 24 hours. */
function daysAway(at: Date, { now, zone }: Clock): number {
  return Math.round((dateOf(at, zone) - dateOf(now, zone)) / DAY);
}

function dateOf(at: Date, zone: string): number {
  const { year, month, day } = partsOf(at, zone, { year: 'numeric', month: 'numeric', day: 'numeric' });
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function yearOf(at: Date, zone: string): string | undefined {
  return partsOf(at, zone, { year: 'numeric' }).year;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function partsOf(at: Date, zone: string, fields: Intl.DateTimeFormatOptions): Parts {
  const parts = formatOf({ ...fields, timeZone: knownZone(zone), hourCycle: 'h23' }).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

function worded(at: Date, { zone }: Clock, fields: Intl.DateTimeFormatOptions): string {
  return formatOf({ ...fields, timeZone: knownZone(zone) }).format(at);
}

/** Formats take long to make, and there are few. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(key, format);
  return format;
}

function zoneNote({ zone, isReaders }: Clock): string {
  const known = knownZone(zone);
  return isReaders && known === zone ? '' : ` (${zoneName(known)})`;
}

/** “Europe/Berlin” is “Berlin time”; “UTC” and the like are said as they are. */
function zoneName(zone: string): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return place === zone || zone.startsWith('Etc/') ? place : `${place} time`;
}
