import type { AgentAction, Decision } from './caseAction.ts';
import type { CaseEvent } from './caseEntry.ts';
import { active, claimedBy } from './claimChanges.ts';
import { type AgentDeed, type CaseChanges, doneAs, entryOf, refused } from './deed.ts';
import { newAnswer } from './newAnswer.ts';

type Answer = Extract<AgentAction, { do: 'reply' | 'ask' | 'send-file' }>;

/**
 * What goes to the person. Whoever answers a case that nobody has takes it with that; one that a colleague has stays
 * theirs, and the trail says who has answered.
 */
export function agentAnswers(deed: AgentDeed, answer: Answer): Decision {
  const { current, agent, now } = deed;
  if (current.status === 'closed') return refused('closed');
  if (current.isUnreachable) return refused('unreachable');
  const taken = current.status === 'waiting' ? claimedBy(agent, now) : null;
  const claimed = taken && entryOf(deed, { kind: 'claimed' });
  const entry = entryOf(deed, eventOf(answer));
  const changes = { ...taken, ...waiting(deed, taken), lastAnswer: newAnswer(deed, entry.id) };
  return doneAs(deed, changes, claimed ? [claimed, entry] : [entry]);
}

/** From now on it is the person's turn. */
function waiting({ current, now }: AgentDeed, taken: CaseChanges | null): CaseChanges {
  const claim = taken?.claim ?? (current.status === 'claimed' ? current.claim : null);
  return claim ? { claim: active(claim, now, true) } : {};
}

function eventOf(answer: Answer): CaseEvent {
  switch (answer.do) {
    case 'reply':
      return { kind: 'reply', text: answer.text };
    case 'ask':
      return { kind: 'question', text: answer.text };
    case 'send-file':
      return { kind: 'file-out', file: answer.file };
  }
}
