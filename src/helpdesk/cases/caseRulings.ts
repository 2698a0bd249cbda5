import type { Case } from './case.ts';
import { type AgentChoice, agentChoices, type PersonChoice, personChoices } from './caseActionsFor.ts';
import type { DeskRules } from './deskRules.ts';
import { isHeldOut } from './isHeldOut.ts';
import { reopenUntil } from './reopenUntil.ts';
import { type CaseUrgency, urgencyOf } from './urgency.ts';

/** What the rules say of a case at one moment, for those who only show it. */
export interface CaseRulings {
  /** What the desk can do. */
  readonly agentChoices: (current: Case) => readonly AgentChoice[];
  /** What the person can do. */
  readonly personChoices: (current: Case) => readonly PersonChoice[];
  readonly urgencyOf: (current: Case) => CaseUrgency;
  /** Null while it isn't closed. */
  readonly reopenUntil: (current: Case) => Date | null;
  /** *Still on it* has been said as often as it can. */
  readonly isHeldOut: (current: Case) => boolean;
}

/** The rulings at that time, by the desk's rules. */
export function caseRulings(rules: Pick<DeskRules, 'escalatesTo'>, at: Date): CaseRulings {
  return {
    agentChoices: (current) => agentChoices(current, rules),
    personChoices: (current) => personChoices(current, at),
    urgencyOf: (current) => urgencyOf(current, at),
    reopenUntil,
    isHeldOut,
  };
}
