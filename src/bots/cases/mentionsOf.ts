import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseEntry, CaseEvent } from '../../helpdesk/cases/caseEntry.ts';

/** What is new to everybody where nobody has the case. */
const FOR_THOSE_ON_CALL: ReadonlySet<CaseEvent['kind']> = new Set([
  ...(['opened', 'released', 'expired', 'reopened', 'repeated', 'urgency', 'stuck', 'not-handed-over'] as const),
]);

/** What whoever has the case must see. */
const FOR_ITS_HOLDER: ReadonlySet<CaseEvent['kind']> = new Set([
  ...([
    'asked-still',
    'message',
    'added',
    'file-in',
    'stuck',
    'reopened',
    'not-delivered',
    'unreachable',
    'not-handed-over',
  ] as const),
]);

/**
 * Whom a post in a case's thread has to reach by name: to ping is to mention. `onCall` are people of the first line, and
 * not to be called to another one's channel.
 */
export function mentionsOf(
  { claim, line }: Case,
  { event, by }: CaseEntry,
  onCall: readonly string[],
): readonly string[] {
  if (event.kind === 'assigned') return [event.to.id];
  // They have done it themselves.
  if (event.kind === 'reopened' && by.kind === 'agent') return [];
  if (claim !== null) return FOR_ITS_HOLDER.has(event.kind) ? [claim.by.id] : [];
  return line === 'first' && FOR_THOSE_ON_CALL.has(event.kind) ? onCall : [];
}
