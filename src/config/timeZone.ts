import { z } from 'zod';

/** Reads the name of a time zone, as the IANA writes it. */
export const timeZone = z.string().refine(isZone, 'must be the name of a time zone such as Europe/Berlin or UTC');

/** The zone of the machine; UTC where that can’t be told. */
export function systemTimeZone(): string {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone !== undefined && isZone(zone) ? zone : 'UTC';
}

/** An offset such as +01:00 is none: it would be wrong for half of the year. */
function isZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
