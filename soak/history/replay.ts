import { isDeepStrictEqual } from 'node:util';
import type { Agent, Case } from '../../src/helpdesk/cases/case.ts';
import type { AgentAction, Decision, PersonAction, SystemAction } from '../../src/helpdesk/cases/caseAction.ts';
import type { CaseEntry, CaseEvent } from '../../src/helpdesk/cases/caseEntry.ts';
import type { CaseWrite } from '../../src/helpdesk/cases/caseStore.ts';
import { decideForAgent } from '../../src/helpdesk/cases/decideForAgent.ts';
import { decideForPerson } from '../../src/helpdesk/cases/decideForPerson.ts';
import { decideForSystem } from '../../src/helpdesk/cases/decideForSystem.ts';
import type { DecisionSetting } from '../../src/helpdesk/cases/decisionSetting.ts';
import type { DeskRules } from '../../src/helpdesk/cases/deskRules.ts';
import { openCase } from '../../src/helpdesk/cases/openCase.ts';
import type { Draft } from '../../src/knowledge/index.ts';

/** What was committed of a case. */
export type Commit = Pick<CaseWrite, 'before' | 'next' | 'entries'>;

/** Whether the pure decisions lead from a case to the next by what its trail says has happened, and by that alone. */
export function isAllowed({ before, next, entries }: Commit, rules: DeskRules): boolean {
  if (before !== null) return leadsTo({ next, rules }, before, entries);
  const [opened, ...more] = entries;
  if (opened?.event.kind !== 'opened' || opened.by.kind !== 'person') return false;
  const first = openCase(next, settingFor([opened], rules));
  return isDeepStrictEqual(first.entries, [opened]) && leadsTo({ next, rules }, first.next, more);
}

interface Goal {
  readonly next: Case;
  readonly rules: DeskRules;
}

/** One turn may decide several times: each counts one revision, and has some of the entries. */
function leadsTo(goal: Goal, current: Case, entries: readonly CaseEntry[]): boolean {
  const { next, rules } = goal;
  if (entries.length === 0) return isSame(current, next);
  const left = next.revision - current.revision;
  return range(left <= 1 ? entries.length : 1, entries.length).some((count) => {
    const part = entries.slice(0, count);
    return attemptsOf(part, current, next).some((attempt) => {
      const decision = attempt(current, settingFor(part, rules));
      if (decision.kind !== 'done' || !isSame(decision.entries, part)) return false;
      return leadsTo(goal, decision.next, entries.slice(count));
    });
  });
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Its time, and the ids that its entries were given. */
function settingFor(entries: readonly CaseEntry[], rules: DeskRules): DecisionSetting {
  const ids = entries.map(({ id }) => id);
  return { at: new Date(entries[0]?.at ?? 0), newId: () => ids.shift() ?? '', rules };
}

type Attempt = (current: Case, setting: DecisionSetting) => Decision;

function attemptsOf(entries: readonly CaseEntry[], current: Case, next: Case): readonly Attempt[] {
  const [first] = entries;
  if (first === undefined) return [];
  const events = entries.map(({ event }) => event);
  switch (first.by.kind) {
    case 'person':
      return byPerson(events, next).map((action) => (current, setting) => decideForPerson(current, action, setting));
    case 'agent': {
      const { agent } = first.by;
      const actions = byAgent(events, next, agent);
      return actions.map((action) => (current, setting) => decideForAgent(current, action, agent, setting));
    }
    case 'system':
      return bySystem(events, current).map((action) => (from, setting) => decideForSystem(from, action, setting));
  }
}

function byPerson(events: readonly CaseEvent[], next: Case): readonly PersonAction[] {
  const [event, ...others] = events;
  switch (event?.kind) {
    case 'added':
    case 'message':
      return [{ do: 'add', text: event.text }];
    case 'file-in':
      return [{ do: 'attach', file: event.file }];
    case 'answers-changed':
    case 'step':
    case 'way-in':
      return [{ do: 'try', draft: triedIn(events, next.draft) }];
    case 'closed':
      return others.length > 0 ? [] : [{ do: 'solve-self' }, { do: 'withdraw' }, { do: 'confirm', isIn: true }];
    case 'reopened':
      return [{ do: 'reopen' }, { do: 'confirm', isIn: false }];
    case 'stuck':
      return [{ do: 'stuck' }];
    case 'talks-to':
      return [{ do: 'hear', who: event.who }];
    case 'read':
      // Whoever does something on the page has read what stands there.
      return others.length > 0 ? byPerson(others, next) : [{ do: 'read', entry: event.entry }];
    default:
      return [];
  }
}

/** What was tried, in the order in which it was told. */
function triedIn(events: readonly CaseEvent[], draft: Draft): Draft {
  const told = events.flatMap((event) => (event.kind === 'step' ? [[event.step, event.outcome] as const] : []));
  return { ...draft, outcomes: Object.fromEntries([...told, ...Object.entries(draft.outcomes)]) };
}

function byAgent([event, ...others]: readonly CaseEvent[], next: Case, agent: Agent): readonly AgentAction[] {
  switch (event?.kind) {
    case 'claimed':
      // Whoever answers or solves a case that nobody has takes it with that.
      return others.length > 0 ? byAgent(others, next, agent) : [{ do: 'claim' }];
    case 'assigned':
      return [{ do: 'assign', to: event.to }];
    case 'released':
      return [{ do: 'release' }];
    case 'still-on-it':
      return [{ do: 'still' }];
    case 'reply':
      return [{ do: 'reply', text: event.text }];
    case 'question':
      return [{ do: 'ask', text: event.text }];
    case 'file-out':
      return [{ do: 'send-file', file: event.file }];
    case 'note':
      return [{ do: 'note', text: event.text }];
    case 'calling':
      return [{ do: 'calling' }];
    case 'diagnosed':
      return [{ do: 'diagnose', draft: next.draft }];
    case 'solved':
      return [{ do: 'solve', cause: event.cause }];
    case 'escalated':
      return [{ do: 'escalate' }];
    case 'reopened':
      // What was solved isn't, if it is handed to the next line by mail.
      return others.length > 0 ? byAgent(others, next, agent) : [{ do: 'reopen' }];
    default:
      return [];
  }
}

function bySystem([event, ...others]: readonly CaseEvent[], { handingOver }: Case): readonly SystemAction[] {
  switch (event?.kind) {
    case 'asked-still':
    case 'expired':
    case 'repeated':
    case 'urgency':
    case 'mailing':
      return [{ do: 'tick' }];
    case 'mailed':
      return [{ do: 'mailed', entry: event.entry }];
    case 'not-mailed':
      return [{ do: 'not-mailed', entry: event.entry, why: event.why }];
    case 'mail-called-off':
      return [{ do: 'call-off-mail', entry: event.entry, mayHaveGoneOut: false }];
    case 'closed':
      return [{ do: 'tick' }, { do: 'handed-over', entry: handingOver ?? '' }];
    case 'not-handed-over':
      return [{ do: 'not-handed-over', entry: handingOver ?? '', why: event.why }];
    case 'on-screen':
      return [{ do: 'shown' }];
    case 'delivered':
      return [{ do: 'delivered', entry: event.entry }];
    case 'not-delivered': {
      const { entry, why } = event;
      return [
        { do: 'undelivered', entry, why, isFinal: others.length > 0 },
        { do: 'undelivered', entry, why, isFinal: true },
      ];
    }
    case 'unreachable':
      return [{ do: 'undelivered', entry: '', why: '', isFinal: true }];
    default:
      return [];
  }
}

/** As they are stored. */
function isSame(one: object, other: object): boolean {
  return isDeepStrictEqual(stored(one), stored(other));
}

function stored(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
