import type { Agent, Case, Claim } from '../../../src/helpdesk/cases/case.ts';
import type { AgentAction, Decision, PersonAction, SystemAction } from '../../../src/helpdesk/cases/caseAction.ts';
import type { CaseFile } from '../../../src/helpdesk/cases/caseEntry.ts';
import { decideForAgent } from '../../../src/helpdesk/cases/decideForAgent.ts';
import { decideForPerson } from '../../../src/helpdesk/cases/decideForPerson.ts';
import { decideForSystem } from '../../../src/helpdesk/cases/decideForSystem.ts';
import type { DecisionSetting } from '../../../src/helpdesk/cases/decisionSetting.ts';
import type { DeskRules } from '../../../src/helpdesk/cases/deskRules.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { ALWAYS } from './handMadeHours.ts';

export const ANA: Agent = { id: 'teams:contoso:ana', name: 'Ana', via: 'desk' };
export const BOB: Agent = { id: 'page:Bob', name: 'Bob', via: 'page' };

/** When the cases of these tests were opened. */
export const OPENED = new Date('2026-03-02T09:30:00.000Z');

/** So many minutes after that. */
export function minute(minutes: number): Date {
  return new Date(OPENED.getTime() + minutes * 60_000);
}

export const DAY = 24 * 60;

export const RULES: DeskRules = { hours: ALWAYS, claimMinutes: 30, escalatesTo: 'desk', canMail: true };

/** Ids are `e1`, `e2`, … of each setting. */
export function settingAt(at: Date, rules: Partial<DeskRules> = {}): DecisionSetting {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `e${ids}`;
  };
  return { at, newId, rules: { ...RULES, ...rules } };
}

/** A claim since the tenth minute. */
export function claimOf(by: Agent, changes: Partial<Claim> = {}): Claim {
  const since = minute(10).toISOString();
  return { by, since, activeAt: since, renewals: 0, isAsked: false, waitsForPerson: false, ...changes };
}

/** A case of each kind, opened at minute 0; Ana took it at 10, solved it at 20, and it was confirmed at 30. */
export const CASES = {
  waiting: {},
  claimed: { status: 'claimed', claim: claimOf(ANA), hears: 'agent' },
  'claimed, bot heard': { status: 'claimed', claim: claimOf(ANA), hears: 'bot' },
  solved: { status: 'solved', claim: claimOf(ANA), solved: { at: minute(20).toISOString(), cause: 'client-issue' } },
  closed: {
    status: 'closed',
    claim: claimOf(ANA),
    solved: { at: minute(20).toISOString(), cause: 'client-issue' },
    closed: { at: minute(30).toISOString(), how: 'confirmed' },
  },
  withdrawn: { status: 'closed', closed: { at: minute(30).toISOString(), how: 'withdrawn' } },
} as const satisfies Readonly<Record<string, Partial<Case>>>;

export type Kind = keyof typeof CASES;

/** Frozen to the ground, so that a decision that changes it throws. */
export function caseIn(kind: Kind, changes: Partial<Case> = {}): Case {
  return frozen(sampleCase({ ...CASES[kind], ...changes }));
}

export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

export const FILE: CaseFile = { id: 'f1', name: 'screen.png', type: 'image/png', size: 1_234 };

/** Who does something. */
export type Who = 'person' | 'system' | Agent;

/** Decides at minute 40 unless it is said otherwise. */
export function decided(
  current: Case,
  [who, action]: readonly ['person', PersonAction] | readonly ['system', SystemAction] | readonly [Agent, AgentAction],
  setting: DecisionSetting = settingAt(minute(40)),
): Decision {
  if (who === 'person') return decideForPerson(current, action as PersonAction, setting);
  if (who === 'system') return decideForSystem(current, action as SystemAction, setting);
  return decideForAgent(current, action as AgentAction, who as Agent, setting);
}

/** What came of it in a few words: the kinds of its entries and where the case stands, or why it was refused. */
export function outcomeOf(decision: Decision): string {
  if (decision.kind === 'refused') return decision.holder ? `${decision.why} (${decision.holder.name})` : decision.why;
  const { next, entries } = decision;
  const holder = next.claim ? `, ${next.claim.by.name}` : '';
  return `${entries.map(({ event }) => event.kind).join(' + ')} -> ${next.status}${holder}, ${next.hears} hears`;
}

/** The next case of a decision that is done. */
export function nextOf(decision: Decision): Case {
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.why}`);
  return decision.next;
}
