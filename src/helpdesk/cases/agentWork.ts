import type { Draft } from '../../knowledge/index.ts';
import type { AgentAction, Decision } from './caseAction.ts';
import { active } from './claimChanges.ts';
import { type AgentDeed, type CaseChanges, done, refused } from './deed.ts';

/** What is done about a case that the person doesn't see. */
export function agentWork(
  deed: AgentDeed,
  action: Extract<AgentAction, { do: 'note' | 'calling' | 'diagnose' }>,
): Decision {
  switch (action.do) {
    case 'note':
      return note(deed, action.text);
    case 'calling':
      return calling(deed);
    case 'diagnose':
      return diagnose(deed, action.draft);
  }
}

/** Colleagues may note what they like: that says nothing of whoever has it. */
function note(deed: AgentDeed, text: string): Decision {
  const isHolder = deed.current.claim?.by.id === deed.agent.id;
  return done(deed, isHolder ? activity(deed) : {}, { kind: 'note', text });
}

function calling(deed: AgentDeed): Decision {
  const { status, isUnreachable } = deed.current;
  if (status === 'closed') return refused('closed');
  if (status === 'waiting') return refused('nobody-has-it');
  // It tells them so; for everything else there are notes.
  if (isUnreachable) return refused('unreachable');
  return done(deed, activity(deed), { kind: 'calling' });
}

function activity({ current: { status, claim }, now }: AgentDeed): CaseChanges {
  return status === 'claimed' && claim !== null ? { claim: active(claim, now) } : {};
}

/** The answers as the desk knows them. What was tried, or is being tried just now, stays. */
function diagnose(deed: AgentDeed, { pack, version, answers, symptom }: Draft): Decision {
  const { status, draft } = deed.current;
  if (status === 'closed') return refused('closed');
  if (symptom === draft.symptom && isSame(answers, draft.answers)) return refused('no-change');
  const { symptom: _, ...rest } = draft;
  const known = { ...rest, pack, version, answers, ...(symptom !== undefined && { symptom }), started: true };
  return done(deed, { draft: known, isDiagnosed: true }, { kind: 'diagnosed' });
}

function isSame(one: Draft['answers'], other: Draft['answers']): boolean {
  const questions = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...questions].every((question) => one[question] === other[question]);
}
