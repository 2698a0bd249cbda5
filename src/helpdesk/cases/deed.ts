import type { Agent, Case } from './case.ts';
import type { CaseRefusal, Decision } from './caseAction.ts';
import type { Actor, CaseEntry, CaseEvent } from './caseEntry.ts';
import type { DecisionSetting } from './decisionSetting.ts';

/** Something that is being done to a case. */
export interface Deed {
  readonly current: Case;
  readonly by: Actor;
  readonly setting: DecisionSetting;
  /** Its time, as a case writes it. */
  readonly now: string;
}

/** The same by somebody at the desk. */
export interface AgentDeed extends Deed {
  readonly agent: Agent;
}

/** What a deed makes different. */
export type CaseChanges = Partial<Omit<Case, 'id' | 'revision'>>;

/** A line of the trail about it. */
export function entryOf({ current, by, setting, now }: Deed, event: CaseEvent): CaseEntry {
  return { id: setting.newId(), case: current.id, at: now, by, event };
}

/** It is done: the changes, and what happened in its order. */
export function done(deed: Deed, changes: CaseChanges, ...events: readonly CaseEvent[]): Decision {
  return doneAs(
    deed,
    changes,
    events.map((event) => entryOf(deed, event)),
  );
}

/** The same with lines that were written before, for a change that has to name one. */
export function doneAs({ current }: Deed, changes: CaseChanges, entries: readonly CaseEntry[]): Decision {
  return { kind: 'done', next: { ...current, ...changes, revision: current.revision + 1 }, entries };
}

/** It isn't done. */
export function refused(why: CaseRefusal, holder: Agent | null = null): Decision {
  return { kind: 'refused', why, holder };
}
