import { canReopen } from './canReopen.ts';
import { canSayStuck } from './canSayStuck.ts';
import type { Case } from './case.ts';
import type { DeskRules } from './deskRules.ts';
import { isHeldOut } from './isHeldOut.ts';

/** What an agent can be offered, the likeliest first. */
export type AgentChoice =
  | 'claim'
  | 'reply'
  | 'solve'
  | 'assign'
  | 'ask'
  | 'note'
  | 'calling'
  | 'release'
  | 'diagnose'
  | 'escalate'
  | 'reopen'
  | 'still';

/** What a person can be offered, the likeliest first; `in`: whether they are in. */
export type PersonChoice = 'in' | 'add' | 'agent' | 'bot' | 'solved' | 'stuck' | 'withdraw' | 'reopen';

/**
 * What can be done at the desk to a case as it stands. `release` and `still` are its holder's alone, and `reopen` is
 * too late at some time: who asks, and when, isn't known where a card is drawn for all.
 */
export function agentChoices(current: Case, rules: Pick<DeskRules, 'escalatesTo'>): readonly AgentChoice[] {
  const answers: readonly AgentChoice[] = current.isUnreachable ? [] : ['reply', 'ask'];
  const calling: readonly AgentChoice[] = current.isUnreachable ? [] : ['calling'];
  const canHandOn = rules.escalatesTo !== null && current.line === 'first' && !current.handingOver;
  const onwards: readonly AgentChoice[] = canHandOn ? ['escalate'] : [];
  switch (current.status) {
    case 'waiting':
      return inOrder(['claim', ...answers, 'solve', 'assign', 'note', 'diagnose', ...onwards]);
    case 'claimed': {
      const still: readonly AgentChoice[] = current.claim?.isAsked && !isHeldOut(current) ? ['still'] : [];
      return inOrder([...answers, 'solve', 'assign', 'note', ...calling, 'release', 'diagnose', ...onwards, ...still]);
    }
    case 'solved':
      return inOrder([...answers, 'note', ...calling, 'diagnose', ...onwards, 'reopen']);
    case 'closed':
      return inOrder(['note', 'reopen']);
  }
}

const ORDER: readonly AgentChoice[] = [
  'still',
  'claim',
  'reply',
  'solve',
  'reopen',
  'assign',
  'ask',
  'note',
  'calling',
  'release',
  'diagnose',
  'escalate',
];

function inOrder(choices: readonly AgentChoice[]): readonly AgentChoice[] {
  return ORDER.filter((each) => choices.includes(each));
}

/** What the person can do to their own case at that time. */
export function personChoices(current: Case, at: Date): readonly PersonChoice[] {
  const stuck: readonly PersonChoice[] = canSayStuck(current, at) ? ['stuck'] : [];
  switch (current.status) {
    case 'waiting':
      return ['add', 'solved', ...stuck, 'withdraw'];
    case 'claimed':
      return ['add', current.hears === 'agent' ? 'bot' : 'agent', 'solved', ...stuck, 'withdraw'];
    case 'solved':
      return ['in', 'add', ...stuck, 'withdraw'];
    case 'closed':
      return canReopen(current, at) ? ['reopen'] : [];
  }
}
