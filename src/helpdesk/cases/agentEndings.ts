import { canReopen } from './canReopen.ts';
import type { AgentAction, Decision } from './caseAction.ts';
import type { CaseEvent } from './caseEntry.ts';
import { claimedBy, ended, queued, resting } from './claimChanges.ts';
import { type AgentDeed, done, refused } from './deed.ts';

/** What ends the desk's work on a case, hands it on, or begins it again. */
export function agentEndings(
  deed: AgentDeed,
  action: Extract<AgentAction, { do: 'solve' | 'escalate' | 'reopen' }>,
): Decision {
  switch (action.do) {
    case 'solve':
      return solve(deed, action.cause);
    case 'escalate':
      return escalate(deed);
    case 'reopen':
      return reopen(deed);
  }
}

/** Whoever solves a case that nobody has takes it with that, so that a No finds somebody. */
function solve(deed: AgentDeed, cause: string): Decision {
  const { current, agent, now } = deed;
  if (current.status === 'closed') return refused('closed');
  if (current.status === 'solved') return refused('no-change');
  const before: CaseEvent[] = current.claim ? [] : [{ kind: 'claimed' }];
  const claim = current.claim ?? claimedBy(agent, now).claim;
  const solved = { status: 'solved', solved: { at: now, cause }, claim: resting(claim), hears: 'bot' } as const;
  return done(deed, solved, ...before, { kind: 'solved', cause });
}

/** What was thought to be solved isn't, if it goes to the next line. */
function escalate(deed: AgentDeed): Decision {
  const { current, setting, now } = deed;
  const to = setting.rules.escalatesTo;
  if (current.status === 'closed') return refused('closed');
  if (to === null || current.line === 'next') return refused('no-next-line');
  const escalated: CaseEvent = { kind: 'escalated', to };
  switch (to) {
    case 'desk':
      return done(deed, { ...queued(now), line: 'next', isOnScreen: false }, escalated);
    case 'mail':
      return done(deed, { ...ended(current, now, 'handed-over'), solved: null }, escalated, {
        kind: 'closed',
        how: 'handed-over',
      });
  }
}

function reopen(deed: AgentDeed): Decision {
  const { current, agent, setting, now } = deed;
  if (current.status === 'waiting' || current.status === 'claimed') return refused('not-closed');
  if (current.status === 'closed' && !canReopen(current, setting.at)) return refused('too-old-to-reopen');
  return done(deed, claimedBy(agent, now), { kind: 'reopened' });
}
