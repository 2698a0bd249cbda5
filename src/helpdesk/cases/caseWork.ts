import type { Case } from './case.ts';
import type { Decision } from './caseAction.ts';
import type { CaseEntry } from './caseEntry.ts';
import type { CaseWrite } from './caseStore.ts';
import type { DeskRules } from './deskRules.ts';
import { nextDue } from './nextDue.ts';

/** What one turn does to one case: decisions one after another, and what is to be written of them. */
export interface CaseWork {
  /** As it is by now; null while there is none. */
  readonly current: Case | null;
  /** What has happened so far in this turn. */
  readonly entries: readonly CaseEntry[];
  /** Goes on from what was decided, and gives it back; a refusal changes nothing. */
  take(decision: Decision): Decision;
  /** A new case, with the ids of stored files that go with it, and of those of the person's that don't. */
  open(
    opened: { readonly next: Case; readonly entries: readonly CaseEntry[] },
    ids: Pick<CaseWrite, 'files' | 'leftOut'>,
  ): Case;
  /** A stored file belongs to the case from now on. */
  keepFile(id: string): void;
  /** Nothing where nothing has changed. */
  writes(rules: DeskRules): readonly CaseWrite[];
}

/** Begins with a case as it was loaded, or with none. */
export function createCaseWork(before: Case | null): CaseWork {
  let current = before;
  const entries: CaseEntry[] = [];
  const files: string[] = [];
  const leftOut: string[] = [];

  const goOn = (next: Case, happened: readonly CaseEntry[]): void => {
    current = next;
    entries.push(...happened);
  };

  return {
    get current() {
      return current;
    },
    entries,
    take(decision) {
      if (decision.kind === 'done') goOn(decision.next, decision.entries);
      return decision;
    },
    open(opened, ids) {
      goOn(opened.next, opened.entries);
      files.push(...ids.files);
      leftOut.push(...ids.leftOut);
      return opened.next;
    },
    keepFile: (id) => void files.push(id),
    writes(rules) {
      if (current === null || entries.length === 0) return [];
      const dueAt = nextDue(current, rules);
      return [{ next: current, from: before?.revision ?? 0, before, entries, files, leftOut, dueAt }];
    },
  };
}
