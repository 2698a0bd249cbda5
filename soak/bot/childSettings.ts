import type { OutboxStep } from '../../src/helpdesk/outbox.ts';
import type { TurnStep } from '../../src/turn/steps.ts';

/** Every named place at which a bot can be ended. */
export type Step = TurnStep | OutboxStep;

/** All of them, in the order in which a message passes them, for a run with a desk. */
export const DESK_STEPS: readonly Step[] = [
  'turn-loaded',
  'turn-before-commit',
  'turn-committed',
  'turn-sent',
  'outbox-leased',
  'case-card-posted',
  'outbox-sent',
  'outbox-marked',
];

/** Those that a bot without a desk comes to. */
export const STEPS: readonly Step[] = DESK_STEPS.filter((step) => step !== 'case-card-posted');

/** Where a bot ends itself: the so-manieth time that it comes there, from 1. */
export interface Kill {
  readonly step: Step;
  readonly hit: number;
}

/** What a bot under test is told, in its one argument as JSON. */
export interface ChildSettings {
  /** The variables of its configuration. */
  readonly env: Readonly<Record<string, string>>;
  readonly kill?: Kill;
  /** Has every committed answer tell a desk of it, through the outbox. */
  readonly desks?: Desks;
  /** Lets so many milliseconds pass between any two looks at the clock, so that nothing is ever too fast. */
  readonly clockStepMs?: number;
  /** How far its clock is ahead: as if so much time had passed since the last life. */
  readonly clockAheadMs?: number;
}

/** Where the effects of answers go. */
export interface Desks {
  readonly serviceUrl: string;
  /** How many there are, each with a queue of its own. */
  readonly count: number;
}
