import type { DeskRules } from './deskRules.ts';

/** What a decision about a case is made with, besides the case. */
export interface DecisionSetting {
  readonly at: Date;
  /** Random ids, for entries. */
  readonly newId: () => string;
  readonly rules: DeskRules;
}
