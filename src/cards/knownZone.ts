/** What was asked for, and what is used in its place. */
const known = new Map<string, string>();

/** Most zones that are remembered: there are fewer than 600. */
const MOST = 1_000;

/** A zone that times can be told in: the one given, or UTC where it is none. A channel's word may be wrong. */
export function knownZone(zone: string): string {
  const found = known.get(zone) ?? (isZone(zone) ? zone : 'UTC');
  if (known.size < MOST) known.set(zone, found);
  return found;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (fault) {
    // What Intl says of a name that it doesn't know.
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
