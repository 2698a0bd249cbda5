import type { CaseWrite } from '../helpdesk/cases/caseStore.ts';
import type { CaseTable } from './deskSchema.ts';

/** What is written of a case: as it is then, and since when in `updated_at`. */
export function caseRow({ next, dueAt }: Pick<CaseWrite, 'next' | 'dueAt'>, at: Date): CaseTable {
  return {
    id: next.id,
    revision: next.revision,
    status: next.status,
    line: next.line,
    person: next.requester.person,
    conversation: next.requester.conversation,
    opened_at: next.openedAt,
    updated_at: at.toISOString(),
    queued_at: next.queuedAt,
    claimed_at: next.claim?.since ?? null,
    solved_at: next.solved?.at ?? null,
    closed_at: next.status === 'closed' ? (next.closed?.at ?? at.toISOString()) : null,
    cause: next.solved?.cause ?? null,
    ending: next.status === 'closed' ? (next.closed?.how ?? null) : null,
    starts_at: next.startsAt,
    due_at: dueAt?.toISOString() ?? null,
    data: JSON.stringify(next),
  };
}
