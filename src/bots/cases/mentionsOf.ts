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

export interface MentionParts {
  /** People of the first line, who are not to be called to another one's channel. */
  readonly onCall: readonly string[];
  /** All that happened at once. */
  readonly entries: readonly CaseEntry[];
}

/** Whom a post in a case's thread has to reach by name: to ping is to mention. */
export function mentionsOf(
  { claim, line }: Case,
  { event, by }: CaseEntry,
  { onCall, entries }: MentionParts,
): readonly string[] {
  if (event.kind === 'assigned') return [event.to.id];
  // They have done it themselves.
  if (event.kind === 'reopened' && by.kind === 'agent') return [];
  // The post before it has called them: an answer has failed, and for good.
  if (event.kind === 'unreachable' && entries.some((each) => each.event.kind === 'not-delivered')) return [];
  if (claim !== null) return FOR_ITS_HOLDER.has(event.kind) ? [claim.by.id] : [];
  return line === 'first' && FOR_THOSE_ON_CALL.has(event.kind) ? onCall : [];
}
