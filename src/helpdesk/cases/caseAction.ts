import type { Draft } from '../../knowledge/index.ts';
import type { Agent, Case } from './case.ts';
import type { CaseEntry, CaseFile } from './caseEntry.ts';

/** What a person does to their own case. Texts come masked and within the limit. */
export type PersonAction =
  | { readonly do: 'add'; readonly text: string }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'attach'; readonly file: CaseFile }
  /** The fix went on: the draft as it is now. A fix that worked closes the case. */
  | { readonly do: 'try'; readonly draft: Draft }
  | { readonly do: 'solve-self' }
  /** The answer to "Are you in?". */
  | { readonly do: 'confirm'; readonly isIn: boolean }
  | { readonly do: 'withdraw' }
  | { readonly do: 'reopen' }
  | { readonly do: 'stuck' }
  | { readonly do: 'hear'; readonly who: 'bot' | 'agent' }
  /** They have seen this answer. */
  | { readonly do: 'read'; readonly entry: string };

/** What somebody at the desk does. */
export type AgentAction =
  | { readonly do: 'claim' }
  | { readonly do: 'assign'; readonly to: Agent }
  | { readonly do: 'release' }
  | { readonly do: 'reply'; readonly text: string }
  | { readonly do: 'ask'; readonly text: string }
  | { readonly do: 'send-file'; readonly file: CaseFile }
  | { readonly do: 'note'; readonly text: string }
  | { readonly do: 'calling' }
  | { readonly do: 'still' }
  | { readonly do: 'diagnose'; readonly draft: Draft }
  | { readonly do: 'solve'; readonly cause: string }
  | { readonly do: 'escalate' }
  | { readonly do: 'reopen' };

/** What nobody does. */
export type SystemAction =
  /** Time has passed: whatever is due happens. */
  | { readonly do: 'tick' }
  | { readonly do: 'shown' }
  | { readonly do: 'delivered'; readonly entry: string }
  /** `isFinal`: the person can't be written to at all any more. */
  | { readonly do: 'undelivered'; readonly entry: string; readonly why: string; readonly isFinal: boolean }
  /** The mail about an answer was accepted, or never will be. */
  | { readonly do: 'mailed'; readonly entry: string }
  | { readonly do: 'not-mailed'; readonly entry: string; readonly why: string }
  /** It isn't tried again, where nothing waits any more that it could tell of. */
  | { readonly do: 'call-off-mail'; readonly entry: string; readonly mayHaveGoneOut: boolean }
  /** The mail that hands the case to the next line was accepted, or never will be. `entry`: by which it was to be. */
  | { readonly do: 'handed-over'; readonly entry: string }
  | { readonly do: 'not-handed-over'; readonly entry: string; readonly why: string };

/** Why something can't be done; each has a sentence of its own for whoever tried. */
export type CaseRefusal =
  /** Somebody else has it: `holder`. */
  | 'taken'
  /** Nobody has it yet, or not this agent. */
  | 'not-yours'
  | 'nobody-has-it'
  | 'already-yours'
  | 'closed'
  | 'not-closed'
  | 'not-solved'
  | 'solved'
  | 'too-old-to-reopen'
  | 'stuck-already'
  | 'renewals-used-up'
  | 'no-next-line'
  /** The mail to the next line is under way. */
  | 'being-handed-over'
  | 'unreachable'
  /** There is nothing to do any more, such as a second *Yes*. */
  | 'no-change';

/** What came of an action: the next case with what happened, or why nothing did. */
export type Decision =
  | { readonly kind: 'done'; readonly next: Case; readonly entries: readonly CaseEntry[] }
  | { readonly kind: 'refused'; readonly why: CaseRefusal; readonly holder: Agent | null };
