import type { CaseWrite } from '../../src/helpdesk/cases/caseStore.ts';

/** What an instance is told, in its one argument as JSON. */
export interface InstanceSettings {
  /** The variables of its configuration. */
  readonly env: Readonly<Record<string, string>>;
  /** Where its clock stands at first: UTC, ISO 8601. */
  readonly begins: string;
}

/** What it is told later, a line of JSON each. Each is answered, in their order, once it is done. */
export interface Command {
  readonly number: number;
  /** How far its clock moves on, in milliseconds; where it is left out, all that is asked for is the answer. */
  readonly advance?: number;
}

/** What an instance is about to commit of a case: all that is judged. Its `dueAt`, a `Date`, isn’t, and isn’t JSON. */
export type Written = Pick<CaseWrite, 'next' | 'from' | 'before' | 'entries'>;

/** What it says, a line of JSON each, before it goes on. */
export type Report =
  /** It is up, there. */
  | { readonly say: 'port'; readonly port: number }
  /** It is about to commit this. */
  | { readonly say: 'write'; readonly write: Written }
  /** It has logged this as an error. */
  | { readonly say: 'log'; readonly line: string }
  /** A command is done; all that was said before has been said. */
  | { readonly say: 'done'; readonly number: number };
