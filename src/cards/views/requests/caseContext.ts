import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseRulings } from '../../../helpdesk/cases/caseRulings.ts';
import type { AnswerPromise } from '../../../helpdesk/hours/deskHours.ts';
import type { Pack } from '../../../knowledge/index.ts';
import type { Clock } from '../../clock.ts';
import type { Texts } from '../../text/en.ts';

/** What cards about a case are made from, outside of the dialogs. */
export interface CaseContext {
  readonly pack: Pack;
  readonly texts: Texts;
  /** How to reach the helpdesk otherwise, in the operator's words. */
  readonly contact: string | undefined;
  readonly clock: Clock;
  /** When whoever waits for a line of the desk will be answered. */
  readonly promise: (line: Case['line']) => AnswerPromise;
  /** What can be done to a case, and how urgent it is: a card shows it and decides nothing. */
  readonly rulings: CaseRulings;
}
