import { z } from 'zod';
import type { OpeningHours, OpenSpan } from './config.ts';

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const DAY_MINUTES = 24 * 60;

/** Either a part of the hours, or what to write instead. */
type Read<T> = { readonly value: T } | { readonly advice: string };

/**
 * Reads the hours of a helpdesk: `always`, `never`, or parts such as `Mo-Fr 09:00-12:00,13:00-17:00`, joined by
 * semicolons. Days are ranges or lists and may wrap around the week's end, and a shift that ends at an earlier time
 * than it begins goes on past midnight. What several parts say of one day adds up.
 */
export const openingHours = z.string().transform((text, context): OpeningHours => {
  const word = text.toLowerCase();
  if (word === 'always' || word === 'never') return word;
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map(readPart);
  for (const [at, part] of read.entries()) {
    if ('advice' in part) refuse(context, parts.length === 1 ? part.advice : `in part ${at + 1}, ${part.advice}`);
  }
  if (parts.length === 0) refuse(context, 'write at least one day');
  return read.flatMap((part) => ('value' in part ? part.value : []));
});

function refuse(context: z.RefinementCtx, advice: string): void {
  const example = 'must be always, never, or hours such as Mo-Fr 09:00-17:00; Sa 10:00-12:00';
  context.addIssue({ code: 'custom', message: `${example}: ${advice}` });
}

function readPart(part: string): Read<readonly OpenSpan[]> {
  const [, daysText = '', timesText = ''] = /^([^\d\s,-]+(?:\s*[,-]\s*[^\d\s,-]+)*)\s+(\d.*)$/.exec(part) ?? [];
  if (timesText === '') return { advice: 'write days, a space and times, such as Mo-Fr 09:00-17:00' };
  const days = readAll(daysText, readDays);
  if ('advice' in days) return days;
  const times = readAll(timesText, readTimes);
  if ('advice' in times) return times;
  const spans = [...new Set(days.value.flat())].flatMap((day) => times.value.map((time) => ({ day, ...time })));
  return { value: spans };
}

function readAll<T>(text: string, readOne: (one: string) => Read<T>): Read<readonly T[]> {
  const values: T[] = [];
  for (const one of text.split(',')) {
    const read = readOne(one.trim());
    if ('advice' in read) return read;
    values.push(read.value);
  }
  return { value: values };
}

/** One day or a range of them, as ISO has them: Monday is 1. */
function readDays(text: string): Read<readonly number[]> {
  const ends = text.split('-').map((name) => DAYS.indexOf(name.trim().toLowerCase()));
  const [first = -1, last = first] = ends;
  if (ends.length > 2 || ends.includes(-1)) return { advice: 'write days as Mo, Tu, We, Th, Fr, Sa, Su, or Mo-Fr' };
  const count = ((last - first + DAYS.length) % DAYS.length) + 1;
  return { value: Array.from({ length: count }, (_, at) => ((first + at) % DAYS.length) + 1) };
}

function readTimes(text: string): Read<Pick<OpenSpan, 'from' | 'to'>> {
  const ends = text.split('-').map((time) => minutesOf(time.trim()));
  const [from = null, to = null] = ends;
  if (ends.length !== 2 || from === null || to === null || from === DAY_MINUTES) {
    return { advice: 'write times as 09:00-17:00, from 00:00 to 24:00' };
  }
  if (from === to) return { advice: 'write 00:00-24:00 for a whole day' };
  return { value: { from, to: to > from ? to : to + DAY_MINUTES } };
}

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return Number.isNaN(total) || total > DAY_MINUTES ? null : total;
}
