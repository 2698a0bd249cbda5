import type { AgentChoice, PersonChoice } from '../../src/helpdesk/cases/caseActionsFor.ts';
import type { Data } from './moves.ts';
import { READY_QUESTION } from './readyQuestion.ts';

/** What agents note: nobody but the desk may ever read it. */
export const NOTE = 'Looks like DNS.';

/** The click by which an agent does it, without its case; the number chooses where there is something to choose. */
export function agentData(choice: AgentChoice, number: number): Data {
  switch (choice) {
    case 'reply':
      return { verb: 'desk-reply', text: 'Please restart it.' };
    case 'note':
      return { verb: 'desk-note', text: NOTE };
    case 'solve':
      return { verb: 'desk-solve', cause: 'other' };
    case 'ask':
      return { verb: 'desk-ask', question: READY_QUESTION };
    case 'assign':
      return { verb: 'desk-assign', who: `agent ${number % 2}` };
    case 'diagnose':
      return { verb: 'desk-diagnose', 'q-users': number % 2 === 0 ? 'multiple' : 'single', 'q-location': 'inside' };
    case 'claim':
    case 'calling':
    case 'release':
    case 'escalate':
    case 'reopen':
    case 'still':
      return { verb: `desk-${choice}` };
  }
}

/** The same for a person. */
export function personData(choice: PersonChoice, number: number): Data {
  switch (choice) {
    case 'in':
      return { verb: 'my-in', in: number % 2 === 0 ? 'yes' : 'no' };
    case 'add':
      return { verb: 'my-add', text: 'And it was fine on Monday.' };
    case 'agent':
    case 'bot':
      return { verb: 'my-listener', who: choice };
    case 'solved':
    case 'stuck':
    case 'withdraw':
    case 'reopen':
      return { verb: `my-${choice}` };
  }
}
