import type { Case } from './case.ts';
import type { CaseEntry } from './caseEntry.ts';

/** What a turn writes of one case, in its transaction. */
export interface CaseWrite {
  readonly next: Case;
  /** The revision that it was made from: 0 for a new case. Another one in the meantime makes the commit a conflict. */
  readonly from: number;
  readonly before: Case | null;
  readonly entries: readonly CaseEntry[];
  /** Ids of stored files that belong to it from now on. */
  readonly files: readonly string[];
  /** Ids of stored files of the person's that don't, as they say. */
  readonly leftOut: readonly string[];
  /** When time alone changes something next; null when never. */
  readonly dueAt: Date | null;
}

/** A line of a list of cases. */
export interface CaseCounts {
  readonly waiting: number;
  readonly claimed: number;
  readonly solved: number;
  readonly closed: number;
}

/** Figures of some time. Durations are medians in minutes, null where there are none. */
export interface CaseFigures {
  readonly counts: CaseCounts;
  /** Closed cases by their true cause, most first; `self-solved` among them for those that people solved themselves. */
  readonly causes: readonly { readonly cause: string; readonly count: number }[];
  readonly minutesToClaim: number | null;
  readonly minutesToSolve: number | null;
  /** Of all cases that were closed, those that people solved themselves; 0 to 1, null where none was closed. */
  readonly selfSolvedShare: number | null;
}

/** Where cases are kept; turns write them. All throw `storage-failed`. */
export interface CaseStore {
  get(id: string): Promise<Case | null>;
  /** The one of this conversation that isn't closed; there is one at most. */
  openIn(conversation: string): Promise<Case | null>;
  /** All of somebody's, newest first. */
  ofPerson(person: string, limit: number): Promise<readonly Case[]>;
  /** Open ones of a line: urgent and unclaimed first, then by age. */
  open(line: Case['line'], limit: number): Promise<readonly Case[]>;
  /** All open ones of a line, and whose they are: those first that nobody has, then by age. */
  openIds(line: Case['line']): Promise<readonly { readonly id: string; readonly person: string }[]>;
  /** Closed ones of a line, newest first. */
  closed(line: Case['line'], limit: number): Promise<readonly Case[]>;
  /** The trail, oldest first. */
  entries(id: string): Promise<readonly CaseEntry[]>;
  /** Cases for which time is up, longest first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  nextDue(): Promise<Date | null>;
  /** Notes anew when time changes something next, while the case is still of that revision; nothing else is changed. */
  reschedule(id: string, revision: number | null, dueAt: Date | null): Promise<void>;
  /** Of cases that were opened since then; of open ones, all are counted. */
  figures(since: Date): Promise<CaseFigures>;
  /** Cases that were changed at that time or later, so that an open page can be told. */
  changedSince(at: Date, limit: number): Promise<readonly { readonly case: string; readonly revision: number }[]>;
}
