import type { CaseEntry } from '../../helpdesk/cases/caseEntry.ts';

/** Until where a trail is meant. */
export interface TrailBefore {
  /** The first entry that isn't. */
  readonly from?: string | undefined;
  /** Where there is none: what had happened by then is. */
  readonly since: Date;
}

/** The trail of a case, up to what its thread is told of by rows that are still to come. */
export function trailBefore(entries: readonly CaseEntry[], { from, since }: TrailBefore): readonly CaseEntry[] {
  const index = entries.findIndex(({ id }) => id === from);
  return index >= 0 ? entries.slice(0, index) : entries.filter(({ at }) => Date.parse(at) <= since.getTime());
}
