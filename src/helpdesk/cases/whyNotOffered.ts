import type { Case } from './case.ts';
import type { CaseRefusal } from './caseAction.ts';
import type { AgentChoice } from './caseActionsFor.ts';

/** What there is a form for. */
type FormChoice = Extract<AgentChoice, 'reply' | 'note' | 'ask' | 'assign' | 'diagnose' | 'solve' | 'escalate'>;

/** Why a case doesn't offer something that it did before, such as to whoever taps for its form on an old card. */
export function whyNotOffered({ status, handingOver }: Case, choice: FormChoice): CaseRefusal {
  if (status === 'closed') return 'closed';
  switch (choice) {
    case 'reply':
    case 'ask':
      return 'unreachable';
    case 'escalate':
      return handingOver ? 'being-handed-over' : 'no-next-line';
    // What is left goes on until it is solved.
    default:
      return 'solved';
  }
}
