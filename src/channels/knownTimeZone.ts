/**
 * The time zone that a browser names, such as `Europe/Berlin`; undefined for one that isn't known here. A browser may
 * know of newer ones than the server does, so that is no reason to refuse what comes with it.
 */
export function knownTimeZone(zone: string | undefined): string | undefined {
  // Newer versions take `+01:00` as well, which says nothing of clock changes.
  if (zone === undefined || !/^[A-Za-z]/.test(zone)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format();
    return zone;
  } catch {
    return undefined;
  }
}
