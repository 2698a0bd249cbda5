import type { Case } from '../../../helpdesk/cases/case.ts';
import { agentName } from '../requests/agentName.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { personName } from './personName.ts';

/** Where a case stands, and who has it, in a line. */
export function stateWords({ texts, clock }: CaseContext, current: Case): string {
  const { states } = texts.desk;
  const person = personName(texts, current);
  return [
    standing({ texts, clock }, current),
    ...(current.status === 'claimed' && current.hears === 'bot' ? [states.talksToBot(person)] : []),
    ...(current.status === 'claimed' && current.claim?.waitsForPerson ? [states.waitsForPerson(person)] : []),
    ...(current.handingOver ? [states.handingOver] : []),
    ...(current.isUnreachable ? [states.unreachable(person)] : []),
  ].join('; ');
}

function standing({ texts, clock }: Pick<CaseContext, 'texts' | 'clock'>, current: Case): string {
  const { states } = texts.desk;
  const agent = agentName(texts, current);
  const person = personName(texts, current);
  const stamp = (at: string) => texts.times.stamp(new Date(at), clock);
  switch (current.status) {
    case 'waiting':
      return states.waiting(stamp(current.queuedAt));
    case 'claimed':
      return states.claimed(agent, stamp(current.claim?.since ?? current.queuedAt));
    case 'solved':
      return current.isUnreachable ? states.solvedUnasked(agent) : states.solved(agent, person);
    case 'closed':
      return closing(states, current, person);
  }
}

function closing(states: CaseContext['texts']['desk']['states'], { closed }: Case, person: string): string {
  const how = states[closed?.how ?? 'confirmed'];
  return typeof how === 'string' ? how : how(person);
}
