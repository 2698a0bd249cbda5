import type { Case } from './case.ts';
import type { CaseEntry } from './caseEntry.ts';
import type { DecisionSetting } from './decisionSetting.ts';
import { keepFiles } from './keepWords.ts';
import { settledDraft } from './settledDraft.ts';
import { urgencyAt } from './urgency.ts';

/** What a case begins with. The text comes masked and within the limit. */
export type NewCase = Pick<Case, 'id' | 'requester' | 'draft' | 'text' | 'startsAt' | 'files'>;

/** A case as it is sent to the helpdesk's first line: nobody has it, and the bot goes on hearing the person. */
export function openCase(
  { id, requester, draft, text, startsAt, files }: NewCase,
  { at, newId }: DecisionSetting,
): { readonly next: Case; readonly entries: readonly CaseEntry[] } {
  const now = at.toISOString();
  const urgency = urgencyAt(startsAt, at);
  const next: Case = {
    ...(urgency && { urgency }),
    id,
    revision: 1,
    status: 'waiting',
    requester,
    line: 'first',
    draft: settledDraft(draft),
    text,
    startsAt,
    openedAt: now,
    queuedAt: now,
    repeats: 0,
    claim: null,
    hears: 'bot',
    solved: null,
    closed: null,
    lastAnswer: null,
    mailedAt: null,
    isOnScreen: false,
    isUnreachable: false,
    stuckAt: null,
    hasToldAdded: false,
    added: [],
    files: keepFiles(files),
  };
  return { next, entries: [{ id: newId(), case: id, at: now, by: { kind: 'person' }, event: { kind: 'opened' } }] };
}
