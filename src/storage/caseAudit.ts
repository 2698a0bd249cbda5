import type { Kysely } from 'kysely';
import type { Case } from '../helpdesk/cases/case.ts';
import type { Actor } from '../helpdesk/cases/caseEntry.ts';
import type { CaseWrite } from '../helpdesk/cases/caseStore.ts';
import type { AuditAction } from './audit.ts';
import { compileOnce } from './compileOnce.ts';
import { createPersonKey } from './personKey.ts';
import type { Schema } from './schema.ts';

/** Adds to the audit what was done to cases, within the transaction in which it is done. */
export type AppendCaseAudit = (transaction: Kysely<Schema>, writes: readonly CaseWrite[], at: Date) => Promise<void>;

interface Line {
  readonly id: string;
  readonly at: string;
  readonly key: string | null;
  readonly action: AuditAction;
  readonly caseId: string;
  readonly via: 'desk' | 'page' | 'link' | null;
  readonly before: string | null;
  readonly after: string;
}

/**
 * A line for each entry of a trail: who, when, what kind of thing, and where the case stood before and after; never a
 * text or a name. It has the entry's id, and `newId` makes keys for people.
 */
export function createAppendCaseAudit(db: Kysely<Schema>, newId: () => string): AppendCaseAudit {
  const insert = insertQuery(db);
  const personKey = createPersonKey(newId);

  return async (transaction, writes, at) => {
    const keys = new Map<string, string>();
    // In one order, whoever they are: two transactions that need the same two keys would wait for each other.
    for (const person of peopleIn(writes)) keys.set(person, await personKey(transaction, person, at));
    for (const write of writes) for (const line of linesOf(write, keys)) await transaction.executeQuery(insert(line));
  };
}

function peopleIn(writes: readonly CaseWrite[]): readonly string[] {
  const people = writes.flatMap(({ before, next, entries }) => [
    ...entries.map(({ by }) => personOf(by, next)),
    ...(entries.length > 0 ? [holderOf(before), holderOf(next)] : []),
  ]);
  return [...new Set(people.filter((person) => person !== null))].sort();
}

function linesOf({ before, next, entries }: CaseWrite, keys: ReadonlyMap<string, string>): readonly Line[] {
  return entries.map(({ id, at, by, event }) => ({
    ...{ id, at, action: `case-${event.kind}`, caseId: next.id },
    key: keyOf(personOf(by, next), keys),
    via: by.kind === 'agent' ? by.agent.via : null,
    before: before && standing(before, keys),
    after: standing(next, keys),
  }));
}

function personOf(by: Actor, { requester }: Case): string | null {
  switch (by.kind) {
    case 'person':
      return requester.person;
    case 'agent':
      return by.agent.id;
    case 'system':
      return null;
  }
}

function holderOf(of: Case | null): string | null {
  return of?.claim?.by.id ?? null;
}

function keyOf(person: string | null, keys: ReadonlyMap<string, string>): string | null {
  return person === null ? null : (keys.get(person) ?? null);
}

function standing(of: Case, keys: ReadonlyMap<string, string>): string {
  return JSON.stringify({ status: of.status, line: of.line, holder: keyOf(holderOf(of), keys) });
}

function insertQuery(db: Kysely<Schema>) {
  return compileOnce<Line>((param) =>
    db.insertInto('audit').values({
      ...{ id: param('id'), at: param('at'), person_key: param('key'), action: param('action') },
      ...{ case_id: param('caseId'), via: param('via'), before: param('before'), after: param('after') },
    }),
  );
}
