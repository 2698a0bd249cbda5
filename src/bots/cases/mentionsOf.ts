import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseEntry, CaseEvent } from '../../helpdesk/cases/caseEntry.ts';

/** What is new to everybody where nobody has the case. */
const FOR_THOSE_ON_CALL: ReadonlySet<CaseEvent['kind']> = new Set(['opened', 'repeated', 'stuck', 'not-handed-over']);

/** What whoever has the case must see. */
const FOR_ITS_HOLDER: ReadonlySet<CaseEvent['kind']> = new Set([
  'asked-still',
  'message',
  'added',
  'file-in',
  'stuck',
  'not-handed-over',
]);

/** Whom a post in a case's thread has to reach by name: to ping is to mention. */
export function mentionsOf({ claim }: Case, { event }: CaseEntry, onCall: readonly string[]): readonly string[] {
  if (event.kind === 'assigned') return [event.to.id];
  if (claim !== null) return FOR_ITS_HOLDER.has(event.kind) ? [claim.by.id] : [];
  return FOR_THOSE_ON_CALL.has(event.kind) ? onCall : [];
}
