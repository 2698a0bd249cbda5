import type { Case } from '../../src/helpdesk/cases/case.ts';
import type { DeskRules } from '../../src/helpdesk/cases/deskRules.ts';
import { brokenInvariants } from '../../src/helpdesk/cases/invariants.ts';
import type { Written } from './instanceSettings.ts';
import { flawOf } from './model.ts';
import { isAllowed } from './replay.ts';

/** A case with its trail and its audit, all as the database has them at one moment. */
export interface StoredCase {
  readonly current: Case;
  /** Ids of the entries, oldest first. */
  readonly entries: readonly string[];
  readonly audit: readonly AuditLine[];
}

/** A line of the audit. */
export interface AuditLine {
  readonly id: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What bots were about to commit, and what of it the database has. */
export interface Ledger {
  /** To be called with what a turn writes of a case, before a case is followed that has it. */
  readonly note: (write: Written) => void;
  /**
   * Follows a case to where it now stands, commit by commit; gives what was committed since it was last followed.
   * Throws in words when one of them is not what the model allows, or not all of it is there.
   */
  follow(stored: StoredCase): readonly Written[];
  /** As it was followed last. */
  get(id: string): Case | null;
  forget(): void;
}

interface Followed {
  readonly current: Case | null;
  readonly revision: number;
  readonly entries: readonly string[];
}

/** Nothing is known yet. */
export function createLedger(rules: DeskRules): Ledger {
  const written = new Map<string, Written[]>();
  const followed = new Map<string, Followed>();

  return {
    note(write) {
      written.set(write.next.id, [...(written.get(write.next.id) ?? []), write]);
    },
    follow(stored) {
      const { id, revision } = stored.current;
      const ids = new Set(stored.entries);
      const commits: Written[] = [];
      let at = followed.get(id) ?? { current: null, revision: 0, entries: [] };
      while (at.revision < revision) {
        const write = theCommit(written.get(id) ?? [], at, ids);
        check(write, at, rules);
        checkAudit(write, stored.audit);
        commits.push(write);
        at = {
          current: write.next,
          revision: write.next.revision,
          entries: [...at.entries, ...write.entries.map((entry) => entry.id)],
        };
      }
      followed.set(id, at);
      checkEnd(stored, at);
      return commits;
    },
    get: (id) => followed.get(id)?.current ?? null,
    forget() {
      written.clear();
      followed.clear();
    },
  };
}

/** The one that was made from there; those that lost have left nothing. */
function theCommit(written: readonly Written[], { revision }: Followed, ids: ReadonlySet<string>): Written {
  const kept = written.filter(({ from, entries }) => from === revision && entries.every(({ id }) => ids.has(id)));
  const [write, ...others] = kept;
  if (write === undefined) throw new Error(`nothing was committed from revision ${revision}, and yet there is another`);
  if (others.length > 0) throw new Error(`${kept.length} commits were made from revision ${revision}`);
  return write;
}

function check(write: Written, { current }: Followed, rules: DeskRules): void {
  const kinds = write.entries.map(({ event }) => event.kind).join(', ');
  if (json(write.before) !== json(current)) throw new Error(`what was committed as ${kinds} began from another case`);
  const [broken] = brokenInvariants(write.next);
  if (broken !== undefined) throw new Error(`after ${kinds} it isn’t true that ${broken}`);
  const flaw = flawOf(write);
  if (flaw !== null) throw new Error(`${kinds}: ${flaw}`);
  if (!isAllowed(write, rules)) throw new Error(`${kinds} doesn’t lead from ${json(current)} to ${json(write.next)}`);
}

function checkAudit({ before, next, entries }: Written, audit: readonly AuditLine[]): void {
  for (const { id, event } of entries) {
    const line = audit.find((each) => each.id === id);
    if (line === undefined) throw new Error(`${event.kind} is not in the audit`);
    const isRight = isOf(line.before, before) && isOf(line.after, next) && line.action === `case-${event.kind}`;
    if (!isRight) throw new Error(`the audit says ${json(line)} of ${event.kind}`);
  }
}

function isOf(standing: string | null, current: Case | null): boolean {
  if (standing === null || current === null) return standing === current;
  const { status, line } = JSON.parse(standing) as { readonly status?: unknown; readonly line?: unknown };
  return status === current.status && line === current.line;
}

function checkEnd({ current, entries, audit }: StoredCase, at: Followed): void {
  if (json(current) !== json(at.current)) throw new Error(`stored is ${json(current)} instead of ${json(at.current)}`);
  if (json(entries) !== json(at.entries)) throw new Error('the trail is another than was committed');
  if (audit.length !== entries.length) throw new Error(`the audit has ${audit.length} lines of ${entries.length}`);
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
