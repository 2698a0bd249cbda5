import type { Agent, Case } from '../../src/helpdesk/cases/case.ts';
import type { Actor, CaseEntry, CaseEvent } from '../../src/helpdesk/cases/caseEntry.ts';
import type { CaseWrite } from '../../src/helpdesk/cases/caseStore.ts';
import type { TurnChanges } from '../../src/turn/turnStore.ts';
import { sampleCase } from '../support/sampleCase.ts';
import { AT, changesOf, webKeys } from './turnStoreSamples.ts';

/** Two who work at the desk. */
export const ANA: Agent = { id: 'teams:t:ana', name: 'Ana Lima', via: 'desk' };
export const BEN: Agent = { id: 'page:ben', name: 'Ben', via: 'link' };

/** So many minutes after the moment of these tests. */
export function later(minutes: number): Date {
  return new Date(AT.getTime() + minutes * 60_000);
}

/** The same as it is stored. */
export function laterIso(minutes: number): string {
  return later(minutes).toISOString();
}

/** Who has a case. */
export function claimBy(by: Agent, since = AT.toISOString()): NonNullable<Case['claim']> {
  return { by, since, activeAt: since, renewals: 0, isAsked: false, waitsForPerson: false };
}

/** A case of a session of the web channel, as it is in its first revision. */
export function caseOf(session: string, overrides: Partial<Case> = {}): Case {
  const { requester } = sampleCase();
  return sampleCase({
    id: `UN-${session}`,
    requester: { ...requester, person: `web:${session}`, conversation: `web::${session}` },
    openedAt: AT.toISOString(),
    queuedAt: AT.toISOString(),
    ...overrides,
  });
}

/** A line of the trail; its id is unique in the tests that make several by themselves. */
export function entryOf(of: Case, id: string, event: CaseEvent, by: Actor = { kind: 'person' }): CaseEntry {
  return { id, case: of.id, at: AT.toISOString(), by, event };
}

/** How a case is written: a new one, or the next of `before`. */
export function writeOf(next: Case, others: Partial<CaseWrite> = {}): CaseWrite {
  const before = others.before ?? null;
  return { next, from: before?.revision ?? 0, before, entries: [], files: [], leftOut: [], dueAt: null, ...others };
}

/** The next revision of a case. */
export function nextOf(before: Case, overrides: Partial<Case> = {}): Case {
  return { ...before, revision: before.revision + 1, ...overrides };
}

/** A turn of the desk, which is no conversation's. */
export function deskTurn(delivery: string | null, ...cases: readonly CaseWrite[]): TurnChanges {
  const keys = { ...webKeys('desk', delivery), person: ANA.id };
  return changesOf('desk', { keys, state: null, cases });
}
