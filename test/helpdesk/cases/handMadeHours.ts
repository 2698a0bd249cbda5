import type { DeskHours } from '../../../src/helpdesk/hours/deskHours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A desk that never closes. */
export const ALWAYS: DeskHours = {
  zone: 'UTC',
  promise: () => ({ kind: 'open', until: null }),
  isOpen: () => true,
  afterOpenMinutes: (from, minutes) => new Date(from.getTime() + minutes * MINUTE),
};

/** A desk that is open from 9:00 to 17:00 UTC, every day. */
export const NINE_TO_FIVE: DeskHours = {
  zone: 'UTC',
  promise: (at) => {
    const { opens, closes } = dayOf(at.getTime());
    const isOpen = at.getTime() >= opens && at.getTime() < closes;
    if (isOpen) return { kind: 'open', until: new Date(closes) };
    return { kind: 'closed', opensAt: new Date(at.getTime() < opens ? opens : opens + DAY) };
  },
  isOpen: (at) => at.getTime() >= dayOf(at.getTime()).opens && at.getTime() < dayOf(at.getTime()).closes,
  afterOpenMinutes: (from, minutes) => {
    let [at, left] = [from.getTime(), minutes * MINUTE];
    for (;;) {
      const { opens, closes } = dayOf(at);
      const begins = Math.max(at, opens);
      const open = Math.max(0, closes - begins);
      if (open >= left) return new Date(begins + left);
      left -= open;
      at = opens - 9 * HOUR + DAY;
    }
  },
};

/** A desk that is never open. */
export const NEVER: DeskHours = {
  zone: 'UTC',
  promise: () => ({ kind: 'never' }),
  isOpen: () => false,
  afterOpenMinutes: () => null,
};

function dayOf(at: number): { readonly opens: number; readonly closes: number } {
  const midnight = Math.floor(at / DAY) * DAY;
  return { opens: midnight + 9 * HOUR, closes: midnight + 17 * HOUR };
}
