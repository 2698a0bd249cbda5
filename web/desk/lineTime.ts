const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const year = new Intl.DateTimeFormat('en-GB', { year: 'numeric' });

/** A time as short as it can be told from now: `14:02`, `3 Mar, 14:02`, `3 Mar 2025, 14:02`; in the reader's zone. */
export function lineTime(at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) return time.format(at);
  const day = at.getFullYear() === now.getFullYear() ? date.format(at) : `${date.format(at)} ${year.format(at)}`;
  return `${day}, ${time.format(at)}`;
}
