import { canReopen } from './canReopen.ts';
import type { AgentAction, Decision } from './caseAction.ts';
import { claimedBy, queued, resting } from './claimChanges.ts';
import { type AgentDeed, type CaseChanges, done, doneAs, entryOf, refused } from './deed.ts';
import { newAnswer } from './newAnswer.ts';
import { unasked } from './unreadSince.ts';

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

/** Whoever solves a case that nobody has takes it with that, so that a No finds somebody. What is solved goes nowhere. */
function solve(deed: AgentDeed, cause: string): Decision {
  const { current, agent, now } = deed;
  if (current.status === 'closed') return refused('closed');
  if (current.status === 'solved') return refused('no-change');
  const before = current.claim ? [] : [entryOf(deed, { kind: 'claimed' })];
  const entry = entryOf(deed, { kind: 'solved', cause });
  const claim = current.claim ?? claimedBy(agent, now).claim;
  const solved = { status: 'solved', solved: { at: now, cause }, claim: resting(claim), hears: 'bot' } as const;
  return doneAs(deed, { ...solved, ...asked(deed, entry.id), handingOver: null }, [...before, entry]);
}

/** Whether they are in is asked of a guest on a page that they may have closed: it waits to be read, as an answer does. */
function asked(deed: AgentDeed, entry: string): CaseChanges {
  const { requester, isUnreachable } = deed.current;
  return requester.channel === 'web' && !isUnreachable
    ? { lastAnswer: { ...newAnswer(deed, entry), question: 'open' } }
    : {};
}

/** What was thought to be solved isn't, if it goes to the next line. */
function escalate(deed: AgentDeed): Decision {
  const { current, setting, now } = deed;
  const to = setting.rules.escalatesTo;
  if (current.status === 'closed') return refused('closed');
  if (current.handingOver) return refused('being-handed-over');
  if (to === null || current.line === 'next') return refused('no-next-line');
  switch (to) {
    case 'desk':
      return done(
        deed,
        { ...queued(now), ...unasked(current), line: 'next', isOnScreen: false },
        { kind: 'escalated', to },
      );
    case 'mail':
      return beginHandOver(deed);
  }
}

/**
 * By mail it only begins: until that was accepted, whoever has the case keeps it, and nobody else is told otherwise. What
 * was thought to be solved is opened again by it, and theirs who do that.
 */
function beginHandOver(deed: AgentDeed): Decision {
  const { current, agent, now } = deed;
  const isSolved = current.status === 'solved';
  const reopened = isSolved ? [entryOf(deed, { kind: 'reopened' })] : [];
  const escalated = entryOf(deed, { kind: 'escalated', to: 'mail' });
  const again = isSolved ? { ...claimedBy(agent, now), ...unasked(current) } : {};
  return doneAs(deed, { ...again, handingOver: escalated.id }, [...reopened, escalated]);
}

function reopen(deed: AgentDeed): Decision {
  const { current, agent, setting, now } = deed;
  if (current.status === 'waiting' || current.status === 'claimed') return refused('not-closed');
  if (current.status === 'closed' && !canReopen(current, setting.at)) return refused('too-old-to-reopen');
  return done(deed, { ...claimedBy(agent, now), ...unasked(current) }, { kind: 'reopened' });
}
