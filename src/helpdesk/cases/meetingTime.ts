import { DateTime } from 'luxon';

/** "14:30", "9.05", "2:30 pm", "2 pm". */
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/i;

/** A meeting that began less than so many hours ago is the one they mean; an earlier time is tomorrow's. */
const HOURS_AGO = 6;

/**
 * The moment that a time of day means to somebody who writes it down now, in their zone: today's, or tomorrow's where
 * today's is long past. Null for what is no time of day.
 */
export function meetingTime(text: string, { now, zone }: { readonly now: Date; readonly zone: string }): Date | null {
  const found = TIME.exec(text.trim());
  const written = Number(found?.[1]);
  const half = found?.[3]?.[0]?.toLowerCase();
  // A bare number could be anything.
  if (!found || (found[2] === undefined && half === undefined)) return null;
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(found[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  const here = DateTime.fromJSDate(now, { zone });
  const today = here.set({ hour, minute, second: 0, millisecond: 0 });
  const meant = today < here.minus({ hours: HOURS_AGO }) ? today.plus({ days: 1 }) : today;
  return meant.isValid ? meant.toJSDate() : null;
}
